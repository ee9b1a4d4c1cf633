// One mark after another, stored by four hands in turn: a bare put, the tablet without a screen, Dexie and PouchDB. Each
// holds as many rows as the tablet holds marks. Milliseconds from the call until its promise is fulfilled.
const [times, rows] = arguments;

const { transaction } = IDBDatabase.prototype;
let durability = 'strict';
IDBDatabase.prototype.transaction = function (stores, mode, options) {
  return transaction.call(this, stores, mode, mode === 'readwrite' ? { ...options, durability } : options);
};

const settled = (request) =>
  new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
const row = (number) => ({ key: `mark/8f1c/${String(number).padStart(6, '0')}`, number, at: number, act: { count: 'DIS-04' } });
const earlier = Array.from({ length: rows }, (_, number) => row(number));
let next = rows;

const opening = indexedDB.open('bare', 1);
opening.onupgradeneeded = () => opening.result.createObjectStore('records');
const bare = await settled(opening);
const complete = (writing) =>
  new Promise((done, failed) => {
    writing.oncomplete = () => done();
    writing.onabort = () => failed(writing.error);
  });
const filling = bare.transaction('records', 'readwrite');
for (const { key, ...mark } of earlier) filling.objectStore('records').put(mark, key);
await complete(filling);

const dexie = new Dexie('dexie');
dexie.version(1).stores({ marks: 'key' });
await dexie.marks.bulkAdd(earlier);

const pouch = new PouchDB('pouch');
await pouch.bulkDocs(earlier.map(({ key, ...mark }) => ({ _id: key, ...mark })));

const hands = {
  bare: ({ key, ...mark }) => {
    const writing = bare.transaction('records', 'readwrite');
    writing.objectStore('records').put(mark, key);
    writing.commit();
    return complete(writing);
  },
  tablet: () => window.mark(),
  dexie: (mark) => dexie.marks.add(mark),
  pouch: ({ key, ...mark }) => pouch.put({ _id: key, ...mark }),
};
const found = {};
for (let turn = -3; turn < times; turn += 1) {
  for (durability of ['strict', 'relaxed']) {
    for (const [name, store] of Object.entries(hands)) {
      await new Promise((done) => setTimeout(done, 2 + 6 * Math.random()));
      const began = performance.now();
      await store(row((next += 1)));
      const took = performance.now() - began;
      if (turn >= 0) ((found[name] ??= {})[durability] ??= []).push(took);
    }
  }
}
return found;
