// Fills a code that stands in the address into its field, and takes it out of the address: a fragment is never sent.
const field = document.getElementById('code');
const code = decodeURIComponent(location.hash.slice(1));
if (field && /^[0-9A-Za-z -]{10,40}$/.test(code)) {
  field.value = code;
  history.replaceState(null, '', location.pathname);
}

// A file is looked at without leaving the page, so that it is still chosen when it is taken in.
const look = document.querySelector('form[data-look]');
look?.addEventListener('submit', async (event) => {
  event.preventDefault();
  const result = document.getElementById('result');
  const taking = event.submitter?.hasAttribute('data-confirm');
  const sent = new FormData(look);
  if (!taking) {
    sent.delete('shown');
    sent.delete('retire_many');
  }
  result.setAttribute('aria-busy', 'true');
  for (const button of document.querySelectorAll('main button')) button.disabled = true;
  try {
    const answer = await fetch(look.action, { method: 'POST', body: sent });
    result.innerHTML = await answer.text();
  } catch {
    result.textContent = look.dataset.unreachable;
  }
  result.removeAttribute('aria-busy');
  for (const button of document.querySelectorAll('main button')) button.disabled = false;
  result.focus();
});

// A page that is made to be printed says so with a button; without this script the browser's own menu does it.
for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}
