// Presses the count of the visit every so many milliseconds, and notes how long the screen took to say that all is saved.
const [every] = arguments;
const soak = { taps: 0, longest: 0, timer: 0 };
let unsaved = null;
const isSaved = () => document.querySelector('.state.saved') !== null;
const watch = new MutationObserver(() => {
  if (unsaved === null || !isSaved()) return;
  soak.longest = Math.max(soak.longest, performance.now() - unsaved);
  unsaved = null;
});
watch.observe(document.body, { childList: true, subtree: true });
// A timer that comes late is made up for: so many in a second, not so many at most.
const began = performance.now();
soak.timer = setInterval(() => {
  while (soak.taps < (performance.now() - began) / every) {
    unsaved ??= performance.now();
    document.querySelector('.look .plus').click();
    soak.taps += 1;
  }
}, every);
window.soak = soak;
