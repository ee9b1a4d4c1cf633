// Fills a code that stands in the address into its field, and takes it out of the address: a fragment is never sent.
const field = document.getElementById('code');
const code = decodeURIComponent(location.hash.slice(1));
if (field && /^[0-9A-Za-z -]{10,40}$/.test(code)) {
  field.value = code;
  history.replaceState(null, '', location.pathname);
}

// A page that is made to be printed says so with a button; without this script the browser's own menu does it.
for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}
