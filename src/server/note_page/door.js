// A door card: a key that this phone makes and keeps, and the letters that visitors' tablets seal to it. Letters to all
// doors are fetched and tried, so that nobody learns which are this one's.

import { ask } from './ask.js';
import { write } from './card.js';
import { CURVE, bytesOf, open } from './hpke.js';
import { noteOf } from './note.js';
import { askToStay, everything, forget, within } from './store.js';
import * as visits from './visits.js';

const INFO = bytesOf('noticeboard letter 1');
const FIRST = '0'.repeat(32);
// Keys that are kept beside the newest one, for letters that are on their way to an earlier card.
const EARLIER = 2;

const element = (id) => document.getElementById(id);

// Sets the buttons up. `arrived` is called when notes came in.
export function tendDoor(arrived) {
  element('make-door').addEventListener('click', () => make().then(() => look(arrived)));
  element('new-door').addEventListener('click', make);
  element('print-door').addEventListener('click', () => print());
  element('remove-door').addEventListener('click', () => confirming(true));
  element('keep-door').addEventListener('click', () => {
    confirming(false);
    element('remove-door').focus();
  });
  element('remove-door-for-good').addEventListener('click', async () => {
    await forget('doors');
    await forget('tried');
    await show();
    element('make-door').focus();
  });
}

function confirming(isAsked) {
  element('remove-door').hidden = isAsked;
  element('confirm-door').hidden = !isAsked;
  if (isAsked) element('confirm-door').querySelector('p').focus();
}

// Shows the door card if there is one.
export async function show() {
  confirming(false);
  const [newest] = await doors().catch(() => []);
  element('door-card').hidden = !newest;
  element('make-door').hidden = Boolean(newest);
  element('door-not-made').hidden = true;
  if (!newest) return;
  const [side, path] = newest.drawn.split(' ', 2);
  element('door-qr').setAttribute('viewBox', `0 0 ${side} ${side}`);
  element('door-qr').firstElementChild.setAttribute('d', path.replaceAll('_', ' '));
  element('door-code').textContent = newest.code.match(/.{4}/g).join(' ');
}

// Fetches every letter, tries those that were not tried, and keeps the notes of this phone's.
export async function look(arrived) {
  const keys = await doors().catch(() => []);
  if (keys.length === 0) return;
  say('looking');
  try {
    const before = new Set((await everything('tried')).map(({ id }) => id));
    const [tried, news] = [[], []];
    for (let after = FIRST, more = true; more; ) {
      const answer = await ask('GET', `/api/v1/letters/after/${after}`);
      const page = await answer.json();
      if (!answer.ok || !Array.isArray(page.letters)) throw new Error(`${answer.status}`);
      for (const letter of page.letters) {
        if (before.has(letter.id) || (await take(letter, keys, news))) tried.push({ id: letter.id });
      }
      more = page.more && page.letters.length > 0;
      if (more) after = page.letters.at(-1).id;
    }
    // Letters that are gone need not be remembered.
    await within('tried', 'readwrite', (store) => (store.clear(), tried.forEach((id) => store.put(id))));
    say(news.length ? 'arrived' : 'nothing');
    if (news.length) await arrived();
  } catch {
    say('not-looked');
  }
}

// Whether nothing more is to be had of a letter: it is another door's, or its note is kept. A note that is not here may
// still be on its way.
async function take(letter, keys, news) {
  const card = await opened(letter, keys);
  if (!card) return true;
  const { visit } = await noteOf(card);
  if (!visit) return false;
  if (!(await visits.find(visit.id))) {
    await visits.keep(visit);
    news.push(visit);
  }
  return true;
}

async function opened(letter, keys) {
  const sealed = Uint8Array.from(letter.sealed.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  for (const key of keys) {
    try {
      return await open(sealed, key, INFO, bytesOf(letter.id));
    } catch {
      // Not to this door.
    }
  }
  return null;
}

// Makes a door card in place of the one that is shown. Its key cannot be taken out of this browser.
async function make() {
  try {
    const { privateKey, publicKey } = await crypto.subtle.generateKey(CURVE, false, ['deriveBits']);
    const whole = new Uint8Array(await crypto.subtle.exportKey('raw', publicKey));
    const code = await codeOf(whole);
    const answer = await ask('POST', '/note/door-card', { text: `${location.origin}/note#door.${code}` });
    if (!answer.ok) throw new Error(`${answer.status}`);
    const drawn = await answer.text();
    askToStay();
    const earlier = await doors();
    const number = (earlier[0]?.number ?? 0) + 1;
    await within('doors', 'readwrite', (store) => {
      for (const old of earlier.slice(EARLIER)) store.delete(old.code);
      return store.put({ code, number, secret: privateKey, open: whole, drawn });
    });
    await show();
    element('door-card').focus();
  } catch {
    element('door-not-made').hidden = false;
    element('door-not-made').focus();
  }
}

// The code of a public key: its compressed point and two bytes of SHA-256 over that, as 56 symbols.
export async function codeOf(whole) {
  const point = bytesOf([2 + (whole[64] & 1)], whole.slice(1, 33));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', point));
  return write(bytesOf(point, digest.slice(0, 2)));
}

async function doors() {
  return (await everything('doors')).sort((left, right) => right.number - left.number);
}

function say(state) {
  for (const words of document.querySelectorAll('[data-door]')) words.hidden = words.dataset.door !== state;
}
