// Whoever asked for no motion gets none: nothing runs, and nothing would.
const wrong = document.getAnimations().map((animation) => `runs: ${animation.animationName ?? animation.transitionProperty}`);
for (const element of document.querySelectorAll('*')) {
  const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
  if (animationName !== 'none' || /[1-9]/.test(transitionDuration) || scrollBehavior === 'smooth') {
    wrong.push(`${element.tagName}.${element.className}: ${animationName} ${transitionDuration} ${scrollBehavior}`);
  }
}
return wrong.slice(0, 5);
