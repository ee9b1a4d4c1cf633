// What does not fit: a page or a sheet that scrolls sideways, and words that are cut off or run out of what they stand in.
const wrong = [];
const short = (element) => {
  const words = (element.textContent || element.getAttribute('aria-label') || '').replace(/\s+/g, ' ').trim().slice(0, 40);
  return `${element.tagName.toLowerCase()}.${element.className || ''} “${words}”`;
};
const seen = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
const scrollsItself = (element) => {
  for (let each = element.parentElement; each && each !== document.body; each = each.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(each).overflowX) && !each.matches('dialog')) return true;
  }
  return false;
};
const dialog = [...document.querySelectorAll('dialog:modal')].at(-1);
const root = dialog ?? document.body;
const pane = dialog ?? document.documentElement;
if (pane.scrollWidth > pane.clientWidth) {
  wrong.push(`scrolls sideways by ${pane.scrollWidth - pane.clientWidth}`);
  const right = dialog ? dialog.getBoundingClientRect().left + dialog.clientWidth : document.documentElement.clientWidth;
  for (const element of root.querySelectorAll('*')) {
    if (!seen(element) || scrollsItself(element) || element.matches('.aside')) continue;
    const over = element.getBoundingClientRect().right - right;
    if (over > 0.5 && ![...element.children].some((child) => child.getBoundingClientRect().right - right > 0.5)) {
      wrong.push(`${short(element)} sticks out by ${over.toFixed(1)}`);
    }
  }
}
// Letters against what they stand in. A paper card is drawn in millimetres, as it is printed.
const words = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
while (words.nextNode()) {
  const element = words.currentNode.parentElement;
  if (!seen(element) || element.closest('.aside, .handout, svg, [hidden], option') || scrollsItself(words.currentNode)) continue;
  let box = element;
  while (getComputedStyle(box).display === 'inline') box = box.parentElement;
  const range = document.createRange();
  range.selectNodeContents(words.currentNode);
  const { left, right } = box.getBoundingClientRect();
  const out = Math.max(...[...range.getClientRects()].filter(({ width }) => width > 0).map((rect) => Math.max(left - rect.left, rect.right - right)));
  if (out > 1) wrong.push(`${short(element)}: words stick out by ${out.toFixed(1)}`);
  const button = element.closest('button, .button')?.getBoundingClientRect();
  // A letter's own box is higher than its line.
  const slack = parseFloat(getComputedStyle(element).fontSize) / 4 + 1;
  if (button && [...range.getClientRects()].some((rect) => rect.bottom > button.bottom + slack || rect.top < button.top - slack)) {
    wrong.push(`${short(element)}: higher than its button`);
  }
  const style = getComputedStyle(box);
  if (/hidden|clip/.test(style.overflow) && box.scrollHeight > box.clientHeight + 1) wrong.push(`${short(box)}: cut off`);
}
return [...new Set(wrong)];
