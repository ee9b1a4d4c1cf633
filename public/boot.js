// Opens the app, watches for its failure and for a new version. It runs before the app and knows nothing about it.
//
// What the app may rely on, all on `window`:
//   noticeboardPanic()          shows the page that says everything is safe; the event `noticeboard-panic` does the same
//   noticeboardUpdate           `{ ready: true }` once a new version waits; the event `noticeboard-update` tells when
//   noticeboardInstall()        there only while the browser offers to install the app; asks the person, and resolves to
//                               whether they agreed; the event `noticeboard-install` tells when the offer comes or goes
//   noticeboardUseNewVersion()  switches to it and reloads once; the app calls it between visits, never during one
//   noticeboardScan()           a promise of the module that reads QR codes with the camera
// Under `dx serve` only the panic page is there: dx starts the app, and nothing is cached.

// The build tool says true and gives the names their hashes.
const BUILT = false;
const WHOLE = { module: '/app.js', wasm: '/app_bg.wasm' };
const READER = { module: '/reader.js', wasm: '/reader_bg.wasm' };
const SCAN = '/scan.js';

// The reader's part is half the size and has no tablet in it. A device on which the leader's door was used opens the
// whole app everywhere, because what its tablet holds can be read there without a network.
async function part() {
  const readers = /^\/(library|sign-in|pictures(\/(?!district\/?$)[^/]*(\/(opportunity|talk))?)?)?\/?$/.test(location.pathname);
  return readers && !(await hasTablet()) ? READER : WHOLE;
}

// A browser that was killed may have lost the hint while it still holds the tablet: that of the sample's door, or one
// for each leader.
async function hasTablet() {
  try {
    if (localStorage.getItem('noticeboard-doors')?.includes('lead')) return true;
    return (await indexedDB.databases()).some(({ name }) => /^noticeboard(-|$)/.test(name));
  } catch {
    // A browser that refuses storage, or does not list it, holds none as far as it says.
    return false;
  }
}

const element = (id) => document.getElementById(id);

// The page's language until the app speaks: what was chosen before, else what the browser prefers.
function language() {
  let chosen = null;
  try {
    chosen = localStorage.getItem('noticeboard-language');
  } catch {
    // A browser that refuses storage still opens the page; the app says what that means.
  }
  return (chosen ?? navigator.language ?? 'en').toLowerCase().startsWith('es') ? 'es' : 'en';
}

function stopped(reason) {
  if (!element('stopped').hidden) return;
  console.error('Noticeboard stopped:', reason);
  element('main').hidden = true;
  element('opening').hidden = true;
  element('stopped').hidden = false;
}

// A panic in WebAssembly ends as a trap, whether or not the app had time to say so.
function watchForPanic() {
  const isTrap = (reason) => reason instanceof WebAssembly.RuntimeError;
  window.noticeboardPanic = () => stopped('panic');
  addEventListener('noticeboard-panic', () => stopped('panic'));
  addEventListener('error', (event) => isTrap(event.error) && stopped(event.error));
  addEventListener('unhandledrejection', (event) => isTrap(event.reason) && stopped(event.reason));
}

// Where a browser can install the app by itself it says so once, often before the app is there to hear it. An offer can
// be taken up once.
function watchForInstallOffer() {
  const tell = (offer) => {
    window.noticeboardInstall = offer;
    dispatchEvent(new CustomEvent('noticeboard-install'));
  };
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    tell(async () => {
      tell(undefined);
      await event.prompt();
      return (await event.userChoice).outcome === 'accepted';
    });
  });
  addEventListener('appinstalled', () => tell(undefined));
}

// "Opening" goes when the app has drawn something, not when it was merely loaded.
function hideOpeningOnceDrawn() {
  // Under `dx serve` the app may have been quicker.
  if (element('main').hasChildNodes()) {
    element('opening').hidden = true;
    return;
  }
  const drawn = new MutationObserver(() => {
    element('opening').hidden = true;
    drawn.disconnect();
  });
  drawn.observe(element('main'), { childList: true });
}

// Asks for module and program, both at once. The program is compiled while it arrives, once the module is there.
async function ask(chosen) {
  const { module, wasm: path } = await chosen;
  const wasm = fetch(path, { credentials: 'same-origin' });
  const loaded = import(module);
  // Said again to whoever opens it; here only so that one that fails does not leave the other unheard.
  wasm.catch(() => {});
  loaded.catch(() => {});
  return { loaded, wasm };
}

async function open(asked) {
  try {
    const { loaded, wasm } = await asked;
    const { default: start } = await loaded;
    await start({ module_or_path: wasm });
  } catch (reason) {
    stopped(reason);
  }
}

async function watchForNewVersion(opened) {
  if (!('serviceWorker' in navigator)) return;
  let waiting = null;
  let switching = false;
  window.noticeboardUpdate = { ready: false };

  const offer = (worker) => {
    waiting = worker;
    window.noticeboardUpdate = { ready: true };
    dispatchEvent(new CustomEvent('noticeboard-update'));
  };
  window.noticeboardUseNewVersion = () => {
    if (!waiting) return;
    switching = true;
    // Another tab may have switched already: then this one only has to load it.
    if (waiting.state === 'installed') waiting.postMessage({ type: 'use-new-version' });
    else location.reload();
  };
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    // Also fires when the first worker takes this page over, and when another tab switched: neither reloads this one.
    if (!switching) return;
    switching = false;
    location.reload();
  });

  // After a failure nothing is under way, and the new version may be the mend.
  element('stopped').addEventListener('click', (event) => {
    if (!waiting || !event.target.closest('a')) return;
    event.preventDefault();
    window.noticeboardUseNewVersion();
  });

  let registration;
  try {
    // Whoever only reads is not sent the whole app to keep; a device that keeps it goes on doing so.
    registration = opened === WHOLE
      ? await navigator.serviceWorker.register('/sw.js', { scope: '/', updateViaCache: 'none' })
      : await navigator.serviceWorker.getRegistration();
  } catch (reason) {
    // Private windows refuse it; the app works as long as there is a network.
    console.warn('Noticeboard is not kept for offline use:', reason);
    return;
  }
  if (!registration) return;
  // The first worker of all takes over by itself: only one that waits behind another is a new version.
  const watch = (worker) => {
    if (worker?.state === 'installed' && registration.active) offer(worker);
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed' && registration.active) offer(worker);
    });
  };
  watch(registration.waiting);
  watch(registration.installing);
  registration.addEventListener('updatefound', () => watch(registration.installing));

  // Home-screen apps do not look for a new version by themselves when they come back.
  const look = () => {
    if (document.visibilityState === 'visible') registration.update().catch(() => {});
  };
  addEventListener('focus', look);
  addEventListener('pageshow', look);
  document.addEventListener('visibilitychange', look);
}

// The page speaks both languages until this; the page that says what stopped always does.
function speak(chosen) {
  document.documentElement.lang = chosen;
  for (const line of document.querySelectorAll('#opening [lang]')) line.hidden = line.lang !== chosen;
}

window.noticeboardScan = () => import(SCAN);

watchForPanic();
watchForInstallOffer();
const chosen = BUILT ? part() : null;
const asked = BUILT ? ask(chosen) : null;
// This script does not wait for the page, which may still be on its way.
if (document.readyState === 'loading') {
  await new Promise((parsed) => document.addEventListener('DOMContentLoaded', parsed, { once: true }));
}
speak(language());
hideOpeningOnceDrawn();
if (BUILT) {
  await open(asked);
  // After the first screen, so that caching does not compete with it.
  await watchForNewVersion(await chosen);
}
