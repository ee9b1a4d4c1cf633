// "My visits": notes that their reader chose to keep on this phone.

import { askToStay, everything, forget, one, within } from './store.js';

// Keeps a visit under its note's id, in place of what was kept of it.
export async function keep(visit) {
  askToStay();
  await within('visits', 'readwrite', (store) => store.put(visit));
}

// What is kept under a note's id, or nothing.
export function find(id) {
  return one('visits', id);
}

// Every visit that is kept, the newest first.
export async function all() {
  const visits = await everything('visits');
  return visits.sort((left, right) => right.note.visited.localeCompare(left.note.visited) || left.id.localeCompare(right.id));
}

export function remove(id) {
  return forget('visits', id);
}

export function removeAll() {
  return forget('visits');
}
