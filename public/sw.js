// Keeps one whole build of the app on the device and serves it, network or not. It touches nothing but GET.

// The build tool writes both: a name for the build, and each file's path with the hash of its content.
const VERSION = '';
const FILES = [];

const PREFIX = 'noticeboard-';
const CACHE = PREFIX + VERSION;
const PAGE = '/';

// Answered by the server alone: what is said, what is private to a card, what is kept where, how the server is.
const SERVERS_OWN = ['/api', '/note', '/office', '/inventory', '/family', '/agreement', '/report', '/healthz'];

addEventListener('install', (event) => {
  event.waitUntil(keepWholeBuild());
});

addEventListener('activate', (event) => {
  event.waitUntil(dropOlderBuilds().then(() => clients.claim()));
});

// A new version waits until a person says so, because a visit may be under way.
addEventListener('message', (event) => {
  if (event.data?.type === 'use-new-version') skipWaiting();
});

addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (SERVERS_OWN.some((path) => url.pathname === path || url.pathname.startsWith(`${path}/`))) return;

  if (request.mode === 'navigate') {
    event.respondWith(kept(PAGE, event));
  } else if (FILES.some(([path]) => path === url.pathname)) {
    event.respondWith(kept(url.pathname, event));
  }
});

// All or nothing: `addAll` stores no file when one fails. A file whose content is not this build's (a captive portal's
// page, half of another deployment) fails by its hash; the install is then tried again at the next look for updates.
async function keepWholeBuild() {
  const requests = FILES.map(([path, integrity]) => new Request(path, { cache: 'no-cache', integrity }));
  // After a server went back to an older version, the build being installed can be the one in use: not ours to drop.
  const inUse = await caches.has(CACHE);
  try {
    await (await caches.open(CACHE)).addAll(requests);
  } catch (reason) {
    if (!inUse) await caches.delete(CACHE);
    throw reason;
  }
}

// Other caches of this origin, should there be any, are not ours to drop.
async function dropOlderBuilds() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)));
}

// The network answers only when the browser has thrown the cache away; then the build is kept again, if it is still served.
async function kept(path, event) {
  const found = await (await caches.open(CACHE)).match(path);
  if (found) return found;
  event.waitUntil(keepWholeBuild().catch(() => {}));
  return fetch(event.request);
}
