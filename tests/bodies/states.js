// In forced colours: what is chosen must be told from what is not, without a background that the browser takes away.
const wrong = [];
const looks = (element) => {
  const style = getComputedStyle(element);
  const names = ['backgroundColor', 'color', 'borderTopWidth', 'borderTopStyle', 'borderTopColor', 'borderBottomWidth', 'textDecorationLine', 'outlineStyle', 'outlineWidth'];
  const mark = ['::before', '::after'].map((part) => getComputedStyle(element, part).content).join();
  return names.map((name) => style[name]).join() + mark;
};
const seen = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
const states = '[aria-pressed="true"], [aria-current]:not([aria-current="false"]), .choice:has(:checked), .yes, .missed, .now';
for (const chosen of document.querySelectorAll(states)) {
  if (!seen(chosen) || chosen.closest('svg, figure, .trend')) continue;
  const kin = chosen.closest('li') ? [...chosen.closest('li').parentElement.querySelectorAll(chosen.tagName)] : [...chosen.parentElement.children];
  const others = kin.filter((other) => other !== chosen && other.tagName === chosen.tagName && !other.matches(states) && seen(other) && !other.disabled);
  for (const other of others) {
    if (looks(other) === looks(chosen)) {
      wrong.push(`${chosen.textContent.trim()} looks like ${other.textContent.trim()}`);
      break;
    }
  }
}
return wrong;
