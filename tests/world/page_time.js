// Runs before any script of a page: the page's clock is the world's, so many milliseconds ahead of the machine's.
(() => {
  if (window.worldAhead !== undefined) return;
  const Machine = Date;
  window.worldAhead = AHEAD;
  class World extends Machine {
    constructor(...parts) {
      if (parts.length === 0) super(Machine.now() + window.worldAhead);
      else super(...parts);
    }
    static now() {
      return Machine.now() + window.worldAhead;
    }
  }
  window.Date = World;
})();
