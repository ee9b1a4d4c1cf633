// What this page keeps in this browser, and only there: visits, the keys of door cards, and which letters were tried.

// Not `noticeboard-…`: by such a name the app knows a leader's tablet (public/boot.js).
const NAME = 'my-visits';
const STORES = { visits: 'id', doors: 'code', tried: 'id' };

// Runs `act` on a store and gives what it asked for, once the browser has stored it for good.
export async function within(store, mode, act) {
  const opening = indexedDB.open(NAME, 1);
  opening.onupgradeneeded = () => {
    for (const [name, keyPath] of Object.entries(STORES)) opening.result.createObjectStore(name, { keyPath });
  };
  const database = await answered(opening);
  try {
    const transaction = database.transaction(store, mode, { durability: 'strict' });
    const request = act(transaction.objectStore(store));
    await new Promise((done, failed) => {
      transaction.oncomplete = done;
      transaction.onabort = () => failed(transaction.error);
    });
    return request?.result;
  } finally {
    database.close();
  }
}

// Everything in a store. Looking leaves no trace: opening a database would make it.
export async function everything(store) {
  return (await exists()) ? within(store, 'readonly', (kept) => kept.getAll()) : [];
}

export async function one(store, key) {
  return (await exists()) ? within(store, 'readonly', (kept) => kept.get(key)) : undefined;
}

// Empties a store, or takes one thing out. Where no visit and no key is left, nothing stays.
export async function forget(store, key) {
  if (!(await exists())) return;
  await within(store, 'readwrite', (kept) => (key === undefined ? kept.clear() : kept.delete(key)));
  const left = [...(await everything('visits')), ...(await everything('doors'))];
  if (left.length === 0) await answered(indexedDB.deleteDatabase(NAME));
}

// Asked for when somebody wants to keep something; whatever the answer, it is kept as well as this browser can.
export function askToStay() {
  navigator.storage?.persist?.().catch(() => false);
}

async function exists() {
  if (!indexedDB.databases) return true;
  return (await indexedDB.databases()).some((database) => database.name === NAME);
}

function answered(request) {
  return new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
}
