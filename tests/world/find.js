// Finds what a person sees, or a screen reader hears: by role and name, among what is visible and not behind a dialog.
// Arguments: role, name, and the name of what it stands in (or null). Answers the element, or null.
const [role, name, inside] = arguments;

const SELECTORS = {
  button: 'button, [role="button"], summary, input[type="submit"]',
  link: 'a[href]',
  choice: 'input[type="radio"], input[type="checkbox"]',
  field: 'input:not([type="radio"]):not([type="checkbox"]), textarea, select',
  heading: 'h1, h2, h3',
  place: 'section, fieldset, li, article, form, details, dialog, figure, [role="group"], [role="region"], tr, .card, .look',
};

const plain = (text) => (text ?? '').replace(/\s+/g, ' ').trim();
const byIds = (ids) => ids.split(' ').map((id) => plain(document.getElementById(id)?.textContent)).join(' ');

function nameOf(element) {
  const labelled = element.getAttribute('aria-labelledby');
  if (labelled) return plain(byIds(labelled));
  const said = element.getAttribute('aria-label');
  if (said) return plain(said);
  if (element.labels?.length) return plain([...element.labels].map((label) => label.innerText).join(' '));
  return plain(element.innerText);
}

// What a place is called: its own label, else its heading or legend; else it is known by what stands in it.
function placeNames(element) {
  const names = [nameOf(element)];
  const title = element.querySelector('h1, h2, h3, legend, summary, th, strong');
  if (title && !element.getAttribute('aria-label')) names.unshift(plain(title.innerText));
  return names;
}

// A radio button may be drawn by its label.
const drawn = (element) => {
  const seen = (part) => part.checkVisibility({ visibilityProperty: true }) && part.getClientRects().length > 0;
  return seen(element) || (element.labels && [...element.labels].some(seen));
};

function all(role, root) {
  return [...root.querySelectorAll(SELECTORS[role])].filter(drawn);
}

// The whole name is best, then its beginning, then any part of it; of equals the smallest, then the first.
function best(elements, wanted, names) {
  const ways = [
    (name) => name === wanted,
    (name) => name.startsWith(wanted),
    (name) => name.includes(wanted),
  ];
  for (const way of ways) {
    const found = elements.filter((element) => names(element).some(way));
    const inner = found.filter((element) => !found.some((other) => other !== element && element.contains(other)));
    if (inner.length) return inner[0];
  }
  return null;
}

const dialogs = [...document.querySelectorAll('dialog:modal')];
let root = dialogs.at(-1) ?? document.body;
if (!root) return null;
if (inside !== null) root = best(all('place', root), inside, placeNames);
if (!root) return null;
return best(all(role, root), name, (element) => [nameOf(element)]);
