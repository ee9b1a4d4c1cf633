// "My visits": notes that their reader chose to keep, in this browser and nowhere else. Nothing here is ever sent.

// Not `noticeboard-…`: by such a name the app knows a leader's tablet (public/boot.js).
const NAME = 'my-visits';
const STORE = 'visits';

// Keeps a visit under its note's id, in place of what was kept of it. Done when the browser has stored it for good.
export async function keep(visit) {
  // Asked for once somebody wants to keep something; whatever the answer, the visit is kept as well as this browser can.
  navigator.storage?.persist?.().catch(() => false);
  await within('readwrite', (store) => store.put(visit));
}

// What is kept under a note's id, or nothing.
export async function find(id) {
  return (await exists()) ? within('readonly', (store) => store.get(id)) : undefined;
}

// Every visit that is kept, the newest first.
export async function all() {
  const visits = (await exists()) ? await within('readonly', (store) => store.getAll()) : [];
  return visits.sort((left, right) => right.note.visited.localeCompare(left.note.visited) || left.id.localeCompare(right.id));
}

// Forgets one. With the last one goes the store itself.
export async function remove(id) {
  if (!(await exists())) return;
  await within('readwrite', (store) => store.delete(id));
  if ((await all()).length === 0) await removeAll();
}

// Forgets all of them.
export function removeAll() {
  return answered(indexedDB.deleteDatabase(NAME));
}

// Looking must not leave a trace: opening a database makes it.
async function exists() {
  if (!indexedDB.databases) return true;
  const databases = await indexedDB.databases();
  return databases.some((database) => database.name === NAME);
}

async function within(mode, act) {
  const opening = indexedDB.open(NAME, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { keyPath: 'id' });
  const database = await answered(opening);
  try {
    const transaction = database.transaction(STORE, mode, { durability: 'strict' });
    const request = act(transaction.objectStore(STORE));
    await new Promise((done, failed) => {
      transaction.oncomplete = done;
      transaction.onabort = () => failed(transaction.error);
    });
    return request.result;
  } finally {
    database.close();
  }
}

function answered(request) {
  return new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
}
