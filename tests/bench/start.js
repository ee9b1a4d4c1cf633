// Runs before any script of a page: notes when what is wanted can first be tapped, in milliseconds since navigation.
(() => {
  const observer = new MutationObserver(() => {
    const wanted = document.querySelector(WANTED);
    if (!wanted?.checkVisibility() || wanted.matches('[aria-disabled="true"], :disabled')) return;
    observer.disconnect();
    window.tappable = performance.now();
  });
  observer.observe(document, { subtree: true, childList: true, attributes: true });
})();
