// Runs before any script of a page: notes when the lead's home can first be tapped, in milliseconds since navigation.
(() => {
  const observer = new MutationObserver(() => {
    const plan = document.querySelector('a[href="/lead/plan"]');
    if (!plan?.checkVisibility() || plan.matches('[aria-disabled="true"]')) return;
    observer.disconnect();
    window.tappable = performance.now();
  });
  observer.observe(document, { subtree: true, childList: true, attributes: true });
})();
