// A card's code and what it opens, by the rules that `domain` has for tablets and server. This page has no app and so
// no `domain`: data/note-vector.json, which tests on both sides read, holds the two together.

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BYTES = 10;
const CHECKS = 2;
const BEFORE_CHECKS = Math.ceil((BYTES * 8) / 5);

// Why a typed code was not read. `kind` is `symbol`, `length` or `check`; `found` is the stray symbol, or how many
// there are.
export class Misread extends Error {
  constructor(kind, found) {
    super(kind);
    this.kind = kind;
    this.found = found;
  }
}

// The card's ten bytes, from what was typed or scanned. Case, spaces and hyphens do not matter, and O is 0, I and L
// are 1. A whole link may be pasted: the code is what stands behind its `#`.
export function read(typed) {
  const code = typed.slice(typed.lastIndexOf('#') + 1).replace(/[\s\-–·]/gu, '');
  const symbols = [...code].map(symbol);
  if (symbols.length !== BEFORE_CHECKS + CHECKS) throw new Misread('length', symbols.length);
  for (let check = 1; check <= CHECKS; check += 1) {
    if (checksum(symbols, check) !== symbols[BEFORE_CHECKS + check - 1]) throw new Misread('check');
  }
  return bytes(symbols);
}

// The id that the note is kept under and the secret that adds context, as hexadecimal digits, and the key that opens the
// note. None of them gives another away.
export async function derive(card) {
  const secret = await crypto.subtle.importKey('raw', card, 'HKDF', false, ['deriveBits']);
  const expand = async (purpose, bits) => {
    const rule = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: text(purpose) };
    return new Uint8Array(await crypto.subtle.deriveBits(rule, secret, bits));
  };
  const id = await expand('noticeboard note id 1', 128);
  const context = await expand('noticeboard context secret 1', 256);
  return { id: toHex(id), context: toHex(context), key: await expand('noticeboard note key 1', 256) };
}

// The note in `sealed`; fails when it is another card's or was changed on the way.
export async function open(sealed, { id, key }) {
  const secret = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['decrypt']);
  const rule = { name: 'AES-GCM', iv: fromHex(sealed.nonce), additionalData: text(id) };
  const plain = await crypto.subtle.decrypt(rule, secret, fromHex(sealed.sealed));
  // Spaces behind the JSON are there so that every note is of one length.
  return JSON.parse(new TextDecoder().decode(plain));
}

function symbol(character) {
  const capital = /[a-z]/.test(character) ? character.toUpperCase() : character;
  const plain = { O: '0', I: '1', L: '1' }[capital] ?? capital;
  const place = ALPHABET.indexOf(plain);
  if (place < 0) throw new Misread('symbol', character);
  return place;
}

// Five bits a symbol, highest first; sixteen symbols are exactly ten bytes.
function bytes(symbols) {
  const read = new Uint8Array(BYTES);
  for (let place = 0; place < BEFORE_CHECKS * 5; place += 1) {
    const bit = (symbols[Math.floor(place / 5)] >> (4 - (place % 5))) & 1;
    read[place >> 3] |= bit << (7 - (place & 7));
  }
  return read;
}

// Bytes as symbols, without a check; their bits are a multiple of five.
export function write(bytes) {
  let written = '';
  for (let place = 0; place < bytes.length * 8; place += 5) {
    let value = 0;
    for (let bit = place; bit < place + 5; bit += 1) value = (value << 1) | ((bytes[bit >> 3] >> (7 - (bit & 7))) & 1);
    written += ALPHABET[value];
  }
  return written;
}

// A weighted sum over GF(32): symbol i is multiplied by α^(check × (i + 1)).
function checksum(symbols, check) {
  return symbols
    .slice(0, BEFORE_CHECKS)
    .reduce((sum, value, place) => sum ^ multiply(value, power(check * (place + 1))), 0);
}

// Multiplication in GF(32) with the polynomial x⁵ + x² + 1.
function multiply(left, right) {
  let product = 0;
  let shifted = left;
  for (let bit = 0; bit < 5; bit += 1) {
    if ((right >> bit) & 1) product ^= shifted;
    shifted <<= 1;
    if (shifted & 32) shifted ^= 0b100101;
  }
  return product;
}

function power(exponent) {
  let value = 1;
  for (let times = exponent % 31; times > 0; times -= 1) value = multiply(value, 2);
  return value;
}

function text(words) {
  return new TextEncoder().encode(words);
}

function toHex(read) {
  return Array.from(read, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function fromHex(digits) {
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
