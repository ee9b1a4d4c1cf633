// Fetches the note of a card and opens it.

import { ask, isOurs } from './ask.js';
import { derive, open } from './card.js';

// The visit that a card's note is of, or the state in which the page says why there is none.
export async function noteOf(card) {
  const secret = await derive(card);
  const { state, sealed } = await fetched(secret.id);
  if (state) return { state };
  try {
    const note = await open(sealed, secret);
    // Whoever seals can seal anything: what the page counts on is looked at once.
    if (Number.isNaN(Date.parse(note.visited)) || !Number.isInteger(note.minutes)) return { state: 'sealed' };
    if (!/^[0-9a-f]{32}$/.test(note.round ?? '')) delete note.round;
    return { visit: { id: secret.id, note, expires: sealed.expires, context: secret.context } };
  } catch {
    return { state: 'sealed' };
  }
}

// Anything that is not plainly the server's own answer is taken for a network that is not there: a captive portal
// answers 200, or 404, with a page of its own.
async function fetched(id) {
  try {
    const answer = await ask('GET', `/api/v1/notes/${id}`);
    const body = await answer.json();
    if (answer.ok && body.id === id && typeof body.sealed === 'string') return { sealed: body };
    return { state: isNotHere(answer) ? 'absent' : 'offline' };
  } catch {
    return { state: 'offline' };
  }
}

export function isNotHere(answer) {
  return isOurs(answer) && (answer.status === 404 || answer.status === 410);
}
