// Asks the server, with no account and nothing that says who asks.

const PATIENCE = 15_000;

export function ask(method, path, message) {
  const stop = new AbortController();
  setTimeout(() => stop.abort(), PATIENCE);
  const headers = { accept: 'application/json', ...(message && { 'content-type': 'application/json' }) };
  const body = message && JSON.stringify(message);
  return fetch(path, { method, headers, body, cache: 'no-store', credentials: 'omit', signal: stop.signal });
}

// Whether a problem is the server's own word, and not that of something in between.
export function isOurs(answer) {
  return (answer.headers.get('content-type') ?? '').startsWith('application/problem+json');
}
