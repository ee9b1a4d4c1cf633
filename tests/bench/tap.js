// Times each tap on a count: from the click to the painted frame that shows it, and to the word that it is stored.
// One tap at a time: the next comes when the last one is stored.
const [plus] = document.querySelectorAll('.plus');
const look = plus.closest('.look');
const count = () => look.querySelector('.plus b').textContent;
const taps = (window.taps = []);

look.addEventListener(
  'click',
  () => {
    const tap = { began: performance.now() };
    const before = count();
    let held = false;
    taps.push(tap);
    const observer = new MutationObserver(() => {
      if (tap.changed === undefined && count() !== before) {
        tap.changed = performance.now();
        // A task after the frame's callbacks runs when the frame has been painted.
        requestAnimationFrame(() => {
          const painted = new MessageChannel();
          painted.port1.onmessage = () => (tap.painted = performance.now());
          painted.port2.postMessage(null);
        });
      }
      held ||= document.querySelector('.state.held') !== null;
      if (held && document.querySelector('.state.saved')) {
        tap.saved = performance.now();
        observer.disconnect();
      }
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  },
  { capture: true },
);
