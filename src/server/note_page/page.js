// Opens a card's note on whatever phone its holder has: no app, no account, and the code never leaves the phone.

import { ask } from './ask.js';
import { Misread, read } from './card.js';
import { offerContext } from './context.js';
import * as door from './door.js';
import { isNotHere, noteOf } from './note.js';
import * as visits from './visits.js';

const LANGUAGES = ['en', 'es'];
const LONG = { day: 'numeric', month: 'long', year: 'numeric' };

const element = (id) => document.getElementById(id);

// The visit whose note is shown: what is kept of it where its reader wants that.
let shown = null;

// Before anything else: a code must not stay in the browser's history.
const scanned = takeCode();
begin(scanned);

function takeCode() {
  const code = location.hash.slice(1);
  if (code) history.replaceState(null, '', location.pathname);
  try {
    return decodeURIComponent(code);
  } catch {
    return code;
  }
}

function begin(code) {
  speak(remembered() ?? document.documentElement.lang);
  for (const button of document.querySelectorAll('[data-language]')) {
    button.addEventListener('click', () => speak(button.dataset.language, true));
  }
  element('typed').addEventListener('submit', (event) => {
    event.preventDefault();
    find(element('code').value);
  });
  element('delete').addEventListener('click', () => confirming(true));
  element('keep').addEventListener('click', () => confirming(false));
  element('delete-for-good').addEventListener('click', deleteForGood);
  element('keep-here').addEventListener('click', keepHere);
  element('remove-here').addEventListener('click', removeHere);
  element('to-visits').addEventListener('click', askAgain);
  door.tendDoor(listAll);
  element('remove-all').addEventListener('click', () => confirmingAll(true));
  element('keep-all').addEventListener('click', () => confirmingAll(false));
  element('remove-all-for-good').addEventListener('click', removeAll);
  // A second card scanned while the page is open.
  addEventListener('hashchange', () => {
    const code = takeCode();
    if (code) find(code);
  });

  if (!globalThis.crypto?.subtle) show('insecure');
  else if (code) find(code);
  else askAgain();
}

// Reads the code, fetches what is kept under its id, and opens it. The box keeps the code until the note is open.
async function find(code) {
  if (code.startsWith('door.')) {
    show('door');
    return;
  }
  element('code').value = code.slice(code.lastIndexOf('#') + 1).trim();
  let card;
  try {
    card = read(code);
  } catch (reason) {
    if (!(reason instanceof Misread)) throw reason;
    fill('found', reason.found ?? '');
    show(`misread-${reason.kind}`);
    return;
  }
  show('opening');
  const { state, visit } = await noteOf(card);
  if (state) {
    show(state);
    return;
  }
  element('code').value = '';
  const kept = await visits.find(visit.id).catch(() => undefined);
  showNote({ ...visit, said: kept?.said }, Boolean(kept));
}

// Shows a note, just opened or kept on this phone.
function showNote(visit, isKept) {
  shown = visit;
  element('noticed').textContent = visit.note.noticed;
  element('wondered').textContent = visit.note.wondered;
  for (const id of ['noticed', 'wondered']) element(id).lang = visit.note.language;
  fillTimes();
  confirming(false);
  showKept(isKept);
  offerContext(visit, async (said) => {
    visit.said = said;
    if (await visits.find(visit.id)) await visits.keep(visit);
  });
  show('note');
}

async function keepHere() {
  try {
    await visits.keep(shown);
    showKept(true);
    element('kept').focus();
  } catch {
    element('not-kept').hidden = false;
    element('not-kept').focus();
  }
}

async function removeHere() {
  await visits.remove(shown.id);
  showKept(false);
  element('keep-here').focus();
}

function showKept(isKept) {
  element('keep-here').hidden = isKept;
  element('not-kept').hidden = true;
  for (const id of ['kept', 'remove-here', 'to-visits']) element(id).hidden = !isKept;
}

// The page as it is without a card: the box for a code, and what is kept here.
async function askAgain() {
  show('asking');
  await listAll();
  await door.show();
  await door.look(listAll);
}

async function listAll() {
  confirmingAll(false);
  // A browser that keeps nothing has nothing to show.
  const kept = await visits.all().catch(() => []);
  element('visits').hidden = kept.length === 0;
  element('list').replaceChildren(...kept.map(listed));
}

function listed(visit) {
  const button = document.createElement('button');
  button.type = 'button';
  for (const language of LANGUAGES) {
    const day = document.createElement('b');
    day.className = language;
    day.textContent = dayIn(language, visit.note.visited, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
    button.append(day);
  }
  const noticed = document.createElement('span');
  noticed.lang = visit.note.language;
  noticed.textContent = visit.note.noticed;
  button.append(noticed);
  button.addEventListener('click', () => showNote(visit, true));
  const item = document.createElement('li');
  item.append(button);
  return item;
}

async function removeAll() {
  await visits.removeAll();
  await askAgain();
  element('code').focus();
}

function confirmingAll(isAsked) {
  element('remove-all').hidden = isAsked;
  element('confirm-all').hidden = !isAsked;
  if (isAsked) element('confirm-all').querySelector('p').focus();
}

async function deleteForGood() {
  element('delete-for-good').disabled = true;
  try {
    const answer = await ask('DELETE', `/api/v1/notes/${shown.id}`);
    if (!answer.ok && !isNotHere(answer)) throw new Error(`${answer.status}`);
    await visits.remove(shown.id).catch(() => undefined);
    // An answer with words: a legal hold stands.
    const held = answer.status === 200 ? (await answer.json()).held_since : null;
    for (const language of held ? LANGUAGES : []) fill(`held-${language}`, dayIn(language, held, LONG));
    shown = null;
    for (const id of ['noticed', 'wondered']) element(id).textContent = '';
    show(held ? 'held' : 'deleted');
  } catch {
    element('not-deleted').hidden = false;
  }
  element('delete-for-good').disabled = false;
}

function confirming(isAsked) {
  element('delete').hidden = isAsked;
  element('confirm').hidden = !isAsked;
  element('not-deleted').hidden = true;
  if (isAsked) element('confirm').querySelector('p').focus();
}

// Shows what belongs to a state, and leads a screen reader to its last words: what went wrong, where something did.
function show(state) {
  document.body.dataset.state = state;
  for (const part of document.querySelectorAll('[data-when]')) {
    part.hidden = !part.dataset.when.split(' ').includes(state);
  }
  element('code').setAttribute('aria-invalid', String(state.startsWith('misread')));
  if (state === 'asking') return;
  const said = [...document.querySelectorAll('[tabindex="-1"]')].filter((words) => words.getClientRects().length > 0);
  said.pop()?.focus();
}

function fill(name, words) {
  for (const place of document.querySelectorAll(`[data-fill="${name}"]`)) place.textContent = words;
}

// Days and minutes as each language writes them.
function fillTimes() {
  for (const language of LANGUAGES) {
    const minutes = new Intl.NumberFormat(language, { style: 'unit', unit: 'minute', unitDisplay: 'long' });
    fill(`minutes-${language}`, minutes.format(shown.note.minutes));
    fill(`day-${language}`, dayIn(language, shown.note.visited, { weekday: 'long', day: 'numeric', month: 'long' }));
    fill(`until-${language}`, dayIn(language, shown.expires, LONG));
  }
}

function dayIn(language, text, parts) {
  return new Intl.DateTimeFormat(language, { ...parts, timeZone: 'UTC' }).format(new Date(`${text}T00:00:00Z`));
}

function remembered() {
  try {
    const language = localStorage.getItem('noticeboard-language');
    return LANGUAGES.includes(language) ? language : null;
  } catch {
    // A browser that keeps nothing still shows the note.
    return null;
  }
}

function speak(language, chosen) {
  document.documentElement.lang = language;
  if (!chosen) return;
  try {
    localStorage.setItem('noticeboard-language', language);
  } catch {
    // Asked for again next time.
  }
}
