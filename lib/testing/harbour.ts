// The one text of which there is a sample for each program that people paste or send from, by its parts, as `outline`
// shows blocks. Where a program loses something, its test says so.

export const opening = [
  'heading level=2: Why the gates closed early',
  'paragraph: The harbour gates at *Orms Bay* were closed an hour before high water, _for the first time_ in nine years. The boardwalk stayed dry, 40\u00a0cm above the mark.',
]
export const list = [
  'heading level=2: What was measured',
  'bulletList',
  '  listItem',
  '    paragraph: The sill, twice',
  '    bulletList',
  '      listItem',
  '        paragraph: at five',
  '      listItem',
  '        paragraph: at seven',
  '  listItem',
  '    paragraph: The outer wall',
]
export const quote = ['quote', '  paragraph: “We have never seen it so high,” said Orla Fenn, who keeps the log.']
export const numbered = (start: number) => [
  `orderedList start=${start}`,
  '  listItem',
  '    paragraph: Close the gates',
  '  listItem',
  '    paragraph: Tell the ferry',
]
export const row = (...cells: string[]) => ['  tableRow', ...cells.map((cell) => `    tableCell: ${cell}`)]
export const head = 'table headRow=true headColumn=false'
export const table = [head, ...row('Gate', 'Closed at'), ...row('North', '05:12')]
export const end = ['heading level=3: And now', 'paragraph: The board meets on Monday.']
export const log = '[the keeper’s log](https://tides.example/log?day=12)'
