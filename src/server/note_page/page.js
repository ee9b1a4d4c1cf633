// Opens a card's note on whatever phone its holder has: no app, no account, and the code never leaves the phone.

import { Misread, derive, open, read } from './card.js';

const LANGUAGES = ['en', 'es'];
const PATIENCE = 15_000;
const LONG = { day: 'numeric', month: 'long', year: 'numeric' };

const element = (id) => document.getElementById(id);

// The card whose note is shown, for deleting it.
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
  // A second card scanned while the page is open.
  addEventListener('hashchange', () => {
    const code = takeCode();
    if (code) find(code);
  });

  if (!globalThis.crypto?.subtle) show('insecure');
  else if (code) find(code);
  else show('asking');
}

// Reads the code, fetches what is kept under its id, and opens it. The box keeps the code until the note is open.
async function find(code) {
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
  const secret = await derive(card);
  const { state, sealed } = await fetched(secret.id);
  if (state) {
    show(state);
    return;
  }
  let note;
  try {
    note = await open(sealed, secret);
  } catch {
    show('sealed');
    return;
  }
  shown = { id: secret.id, note, expires: sealed.expires };
  element('code').value = '';
  element('noticed').textContent = note.noticed;
  element('wondered').textContent = note.wondered;
  for (const id of ['noticed', 'wondered']) element(id).lang = note.language;
  fillTimes();
  confirming(false);
  show('note');
}

// Anything that is not plainly the server's own answer is taken for a network that is not there: a captive portal
// answers 200, or 404, with a page of its own.
async function fetched(id) {
  try {
    const answer = await asked('GET', id);
    const body = await answer.json();
    if (answer.ok && body.id === id && typeof body.sealed === 'string') return { sealed: body };
    return { state: isNotHere(answer) ? 'absent' : 'offline' };
  } catch {
    return { state: 'offline' };
  }
}

async function deleteForGood() {
  element('delete-for-good').disabled = true;
  try {
    const answer = await asked('DELETE', shown.id);
    if (!answer.ok && !isNotHere(answer)) throw new Error(`${answer.status}`);
    // An answer with words: a legal hold stands.
    const held = answer.status === 200 ? (await answer.json()).held_since : null;
    for (const language of held ? LANGUAGES : []) fill(`held-${language}`, day(language, held, LONG));
    shown = null;
    for (const id of ['noticed', 'wondered']) element(id).textContent = '';
    show(held ? 'held' : 'deleted');
  } catch {
    element('not-deleted').hidden = false;
  }
  element('delete-for-good').disabled = false;
}

function asked(method, id) {
  const stop = new AbortController();
  setTimeout(() => stop.abort(), PATIENCE);
  const headers = { accept: 'application/json' };
  return fetch(`/api/v1/notes/${id}`, { method, headers, cache: 'no-store', credentials: 'omit', signal: stop.signal });
}

function isNotHere(answer) {
  const isOurs = (answer.headers.get('content-type') ?? '').startsWith('application/problem+json');
  return isOurs && (answer.status === 404 || answer.status === 410);
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
    fill(`day-${language}`, day(language, shown.note.visited, { weekday: 'long', day: 'numeric', month: 'long' }));
    fill(`until-${language}`, day(language, shown.expires, LONG));
  }
}

function day(language, text, parts) {
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
