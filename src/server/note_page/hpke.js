// HPKE (RFC 9180) as a letter's reader needs it: base mode, DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-128-GCM, one
// message a context. Every WebCrypto has these. data/hpke-vector.json has the RFC's own example.

const KEM = bytesOf('KEM', [0x00, 0x10]);
const SUITE = bytesOf('HPKE', [0x00, 0x10, 0x00, 0x01, 0x00, 0x01]);
const NOTHING = new Uint8Array(0);
// Bytes of a public key as it travels: uncompressed.
const PUBLIC_BYTES = 65;

export const CURVE = { name: 'ECDH', namedCurve: 'P-256' };

// What `sealed` (the sender's public key, then the ciphertext) says to the holder of `keys`; fails when it was sealed to
// somebody else or changed. `keys` are a private CryptoKey and the bytes of its public key.
export async function open(sealed, keys, info, associated) {
  const enc = sealed.slice(0, PUBLIC_BYTES);
  const sender = await crypto.subtle.importKey('raw', enc, CURVE, false, []);
  const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: sender }, keys.secret, 256);
  const agreed = await extract(KEM, NOTHING, 'eae_prk', new Uint8Array(shared));
  const secret = await expand(KEM, agreed, 'shared_secret', bytesOf(enc, keys.open), 32);

  const context = bytesOf([0], await extract(SUITE, NOTHING, 'psk_id_hash', NOTHING), await extract(SUITE, NOTHING, 'info_hash', info));
  const scheduled = await extract(SUITE, secret, 'secret', NOTHING);
  const key = await expand(SUITE, scheduled, 'key', context, 16);
  const iv = await expand(SUITE, scheduled, 'base_nonce', context, 12);
  const opener = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['decrypt']);
  const rule = { name: 'AES-GCM', iv, additionalData: associated };
  return new Uint8Array(await crypto.subtle.decrypt(rule, opener, sealed.slice(PUBLIC_BYTES)));
}

function extract(suite, salt, label, secret) {
  // HMAC pads a key with zeros, and WebCrypto takes no empty one.
  return hmac(salt.length ? salt : new Uint8Array(32), bytesOf('HPKE-v1', suite, label, secret));
}

// HKDF-Expand of at most one block.
async function expand(suite, key, label, info, length) {
  return (await hmac(key, bytesOf([0, length], 'HPKE-v1', suite, label, info, [1]))).slice(0, length);
}

async function hmac(key, message) {
  const secret = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', secret, message));
}

export function bytesOf(...parts) {
  const bytes = parts.map((part) => (typeof part === 'string' ? new TextEncoder().encode(part) : Uint8Array.from(part)));
  const joined = new Uint8Array(bytes.reduce((length, part) => length + part.length, 0));
  bytes.reduce((at, part) => (joined.set(part, at), at + part.length), 0);
  return joined;
}
