// Context that whoever reads a note adds to the picture of its round, from a short list.

import { ask, isOurs } from './ask.js';

const form = document.getElementById('say');

// The visit whose note is shown, and what to call with the kind that it says now.
let visit = null;
let heard = null;

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const kind = new FormData(form).get('kind');
  if (kind) change('context', { secret: visit.context, kind }, kind);
  else say('choose');
});
document.getElementById('take-back').addEventListener('click', () => {
  change('context/withdraw', { secret: visit.context }, null);
});

// Offers the list for a visit. Notes from before there was one name no round, and offer nothing.
export function offerContext(shown, changed) {
  [visit, heard] = [shown, changed];
  const details = document.getElementById('context');
  details.hidden = !shown.note.round;
  details.open = false;
  choose(shown.said);
  say('');
}

async function change(path, message, kind) {
  const [changing, changed] = [visit, heard];
  let said = 'offline';
  try {
    const answer = await ask('POST', `/api/v1/rounds/${changing.note.round}/${path}`, message);
    if (answer.status === 204) said = kind ? 'added' : 'taken-back';
    else if (isOurs(answer) && answer.status === 409) said = 'closed';
    else if (isOurs(answer) && answer.status === 404) said = 'gone';
  } catch {
    // No answer came.
  }
  if (said === 'added' || said === 'taken-back') await changed(kind).catch(() => undefined);
  if (visit !== changing) return;
  if (said === 'taken-back') choose(null);
  say(said);
}

function choose(kind) {
  for (const choice of form.elements.namedItem('kind')) choice.checked = choice.value === kind;
}

function say(state) {
  for (const words of form.querySelectorAll('[data-said]')) {
    words.hidden = words.dataset.said !== state;
    if (!words.hidden) words.focus();
  }
}
