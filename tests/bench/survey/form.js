// The four look-fors of the visit beside it, as a form has them: a number, two choices and a table of two-minute blocks.
const choice = (name, title, choices) => ({ type: 'radiogroup', name, title, choices });
const minutes = [2, 4, 6, 8, 10].map((end) => `minutes ${end - 2} to ${end}`);
const elements = [
  { type: 'text', inputType: 'number', min: 0, name: 'DIS-04', title: 'Questions that invite reasoning' },
  choice('DIS-03', 'Ideas are challenged politely', ['seen', 'not seen', 'does not apply', 'not enough time']),
  { type: 'matrix', name: 'DIS-06', title: 'In every two minutes', columns: ['yes', 'no', 'does not apply'], rows: minutes },
  choice('EQP-03', 'How many students', ['none', 'few', 'some', 'most', 'nearly all', 'not enough time']),
];
new Survey.Model({ elements }).render(document.getElementById('form'));
navigator.serviceWorker.register('/sw.js');
