// Runs axe on what is on the screen. What stays in sight at an end of a page lies over what is scrolled under it, which axe
// would take for small targets: each end is put where it is once the page was scrolled there.
// Answers what it found, one line for each element, what it could not decide, and the rules that were looked at.
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const ends = new CSSStyleSheet();
ends.replaceSync('.tools, .foot, .grip, .sheet .acts { position: static !important }');
document.adoptedStyleSheets.push(ends);
const found = await axe.run(document, {
  runOnly: { type: 'tag', values: tags },
  // axe ships it switched off.
  rules: { 'target-size': { enabled: true } },
  resultTypes: ['violations', 'incomplete'],
});
document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== ends);
const rules = [found.passes, found.violations, found.incomplete, found.inapplicable].flat().map((rule) => rule.id);
const line = (rule, node) => `${rule.id}: ${node.target.join(' ')}: ${node.failureSummary.replace(/\s+/g, ' ')}`;
const wrong = found.violations.flatMap((rule) => rule.nodes.map((node) => line(rule, node)));
const undecided = found.incomplete.flatMap((rule) => rule.nodes.map((node) => `${line(rule, node)} ${node.html}`));
return { rules, wrong, undecided };
