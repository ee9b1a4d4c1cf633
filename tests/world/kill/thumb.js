// The thumb of somebody who visits: it runs before the app in the pages that a test serves, and in no others. It finds its
// way into a visit and then presses the real buttons that the test names, as fast as the screen follows. Each time the
// screen says that everything is saved, it tells the test so: what was told outlives the browser.
(() => {
  const { code, purpose, room, looks } = TASK;
  const UNDO = looks.length;

  function find() {
FIND
  }
  const nap = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
  const say = async (what, told) => {
    const answer = await fetch(`/thumb/${what}`, { method: 'POST', body: JSON.stringify(told) });
    return answer.json();
  };
  const press = (role, name, place = null) => {
    const found = find(role, name, place);
    found?.click();
    return found !== null;
  };

  const plus = (look) => [...document.querySelectorAll('.look')]
    .find((each) => each.getAttribute('aria-label') === look)?.querySelector('.plus');
  const counts = () => looks.map((look) => Number(plus(look)?.querySelector('b')?.textContent ?? NaN));
  const isSaved = () => document.querySelector('.state.saved') !== null;
  const isInTheVisit = () => isSaved() && counts().every((count) => !Number.isNaN(count));
  const shows = (wanted) => counts().every((count, look) => count === wanted[look]);

  // One step on the way into the visit.
  const goOn = () => {
    const path = location.pathname;
    if (path === '/') return press('link', 'Lead a round');
    if (path === '/lead') {
      return press('link', 'Go on with the visit') || press('link', purpose)
        || press('button', 'Begin with an empty tablet');
    }
    if (path === '/join') {
      const field = document.querySelector('#code');
      if (!field) return press('link', 'To the rounds');
      field.value = code;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      return press('button', 'Join');
    }
    if (press('choice', 'Mathematics')) return press('button', 'Begin the visit');
    return press('link', 'Begin a visit', room) || press('link', 'Join with a code');
  };

  const visit = async () => {
    const { launch } = await say('begin', {});
    for (let looked = 0; !isInTheVisit(); looked += 1) {
      if (looked % 5 === 0 && document.body) goOn();
      if (looked % 100 === 99) say('stuck', { launch, text: `${location.pathname}: ${document.body?.innerText}` });
      await nap(30);
    }
    let { acts, saved } = await say('returned', { launch, counts: counts() });
    for (;;) {
      const wanted = counts();
      let drawn = saved;
      for (const { look, count } of acts) {
        if (look === UNDO) find('button', 'Undo', null).click();
        else plus(looks[look]).click();
        wanted[count.of] = count.is;
        while (!shows(wanted)) await nap(1);
        drawn += 1;
        if (isSaved()) say('saved', { launch, saved: drawn });
      }
      while (!isSaved()) await nap(1);
      ({ acts, saved } = await say('next', { launch, saved: drawn }));
    }
  };

  visit().catch((reason) => say('stuck', { launch: 0, text: `the thumb stopped: ${reason}` }));
})();
