// Stands before the app in every page of the bench. On a visit it notes when the first count can be tapped, and
// from then on `benchTaps` taps it: one tap at a time, each followed by a bare put of the same run, into a store of its own.
// Times are in milliseconds, those of a tap from its click.

(() => {
  let opened = null;
  new MutationObserver((_, observer) => {
    if (!document.querySelector('.plus')?.checkVisibility()) return;
    observer.disconnect();
    opened = performance.now();
    window.benchTaps = taps;
  }).observe(document, { subtree: true, childList: true });

  async function taps(times) {
    const WARMING_UP = 5;
    const found = { opened, asked: [], painted: [], saved: [], relaxed: [], bareStrict: [], bareRelaxed: [] };

    // What the app asks for is noted, and overruled while `overruled` says so: the app itself has no such switch.
    const { transaction } = IDBDatabase.prototype;
    let overruled = null;
    IDBDatabase.prototype.transaction = function (stores, mode, options) {
      if (mode !== 'readwrite') return transaction.call(this, stores, mode);
      const asked = String(options?.durability);
      if (!found.asked.includes(asked)) found.asked.push(asked);
      return transaction.call(this, stores, mode, overruled ? { ...options, durability: overruled } : options);
    };

    const database = await new Promise((done, failed) => {
      const opening = indexedDB.open('bare', 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore('records');
      opening.onsuccess = () => done(opening.result);
      opening.onerror = () => failed(opening.error);
    });
    // As long as a sealed mark.
    const record = crypto.getRandomValues(new Uint8Array(120));
    let number = 0;
    const put = (durability) =>
      new Promise((done, failed) => {
        const began = performance.now();
        const bare = transaction.call(database, 'records', 'readwrite', { durability });
        bare.oncomplete = () => done(performance.now() - began);
        bare.onabort = () => failed(bare.error);
        bare.objectStore('records').put(record, `mark/${(number += 1)}`);
        bare.commit();
      });

    const look = document.querySelector('.plus').closest('.look');
    const count = () => look.querySelector('.plus b').textContent;
    const tap = () =>
      new Promise((done) => {
        const [before, tapped] = [count(), {}];
        let [changed, held] = [false, false];
        const end = () => tapped.painted !== undefined && tapped.saved !== undefined && done(tapped);
        const observer = new MutationObserver(() => {
          if (!changed && count() !== before) {
            changed = true;
            // A task after the frame's callbacks runs when the frame has been painted.
            requestAnimationFrame(() => {
              const painted = new MessageChannel();
              painted.port1.onmessage = () => {
                tapped.painted = performance.now() - began;
                end();
              };
              painted.port2.postMessage(null);
            });
          }
          held ||= document.querySelector('.state.held') !== null;
          if (held && tapped.saved === undefined && document.querySelector('.state.saved')) {
            tapped.saved = performance.now() - began;
            observer.disconnect();
            end();
          }
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
        const began = performance.now();
        look.querySelector('.plus').click();
      });

    // Taps fall anywhere between two frames.
    const pause = () => new Promise((done) => setTimeout(done, 5 + 20 * Math.random()));
    for (let turn = -WARMING_UP; turn < times; turn += 1) {
      await pause();
      overruled = null;
      const strict = await tap();
      await pause();
      const bareStrict = await put('strict');
      await pause();
      overruled = 'relaxed';
      const relaxed = await tap();
      overruled = null;
      await pause();
      const bareRelaxed = await put('relaxed');
      if (turn < 0) continue;
      found.painted.push(strict.painted);
      found.saved.push(strict.saved);
      found.relaxed.push(relaxed.saved);
      found.bareStrict.push(bareStrict);
      found.bareRelaxed.push(bareRelaxed);
    }
    database.close();
    IDBDatabase.prototype.transaction = transaction;
    return found;
  }
})();
