// Keeps the whole page, and answers before the network as the app's own worker does.
const FILES = ['/', '/survey.css', '/survey.core.js', '/survey.ui.js', '/form.js'];
addEventListener('install', (event) => event.waitUntil(caches.open('survey').then((cache) => cache.addAll(FILES))));
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => {
  const path = event.request.mode === 'navigate' ? '/' : event.request.url;
  event.respondWith(caches.match(path).then((found) => found ?? fetch(event.request)));
});
