/** Keys of the edit screen itself, by the names that `useShortcuts` knows: what answers them takes them from here. */
export const screenKeys = {
  act: 'Mod+Enter',
  find: 'Mod+f',
  replace: 'Mod+h',
  next: 'F3',
  previous: 'Shift+F3',
  certain: 'Mod+Shift+d',
  focus: 'Mod+Shift+f',
  mode: 'Mod+Shift+g',
  comment: 'Mod+Alt+m',
  characters: 'Mod+Shift+x',
  keys: '?',
  keysAnywhere: 'Mod+/',
} as const

/** @property keys any of them does it; parts of one with + or - between, as who answers it writes them */
export type Key = { keys: readonly string[]; does: string }

/** What stands in the list of keys. Those in the text belong to its blocks and marks; a test holds the list to them. */
export const keyList: { title: string; keys: Key[] }[] = [
  {
    title: 'Anywhere',
    keys: [
      { keys: [screenKeys.act], does: 'What the button at the top says' },
      { keys: [screenKeys.keysAnywhere, screenKeys.keys], does: 'These keys' },
      { keys: [screenKeys.focus], does: 'Focus mode: the text alone, or all again' },
      { keys: [screenKeys.mode], does: 'Edit the story, or suggest changes' },
      { keys: [screenKeys.comment], does: 'Comment on the words selected, or go to what is said at the caret' },
      { keys: [screenKeys.certain], does: 'Paste doctor: apply what is certain (outside the text)' },
    ],
  },
  {
    title: 'Find and replace',
    keys: [
      { keys: [screenKeys.find], does: 'Find' },
      { keys: [screenKeys.replace], does: 'Replace' },
      { keys: [screenKeys.next, 'Enter'], does: 'Next match' },
      { keys: [screenKeys.previous, 'Shift+Enter'], does: 'Previous match' },
      { keys: ['Escape'], does: 'Close, with the caret at the match' },
    ],
  },
  {
    title: 'Comparing versions',
    keys: [
      { keys: ['n'], does: 'Next change' },
      { keys: ['p'], does: 'Previous change' },
    ],
  },
  {
    title: 'Writing',
    keys: [
      { keys: ['@'], does: 'A person or a topic, by name' },
      { keys: [screenKeys.characters], does: 'Special characters' },
      { keys: ['Alt-F10'], does: 'To the tools over the words, or to what is offered' },
      { keys: ['Escape'], does: 'Close a menu; Tab then leaves the text, from a list too' },
    ],
  },
  {
    title: 'In the text',
    keys: [
      { keys: ['Mod-b'], does: 'Bold' },
      { keys: ['Mod-i'], does: 'Italic' },
      { keys: ['Mod-k'], does: 'Link' },
      { keys: ['Mod-Alt-2', 'Mod-Alt-3'], does: 'Sub-head, smaller sub-head' },
      { keys: ['Mod-Alt-0'], does: 'Plain paragraph' },
      { keys: ['Mod-Shift-8', 'Mod-Shift-7'], does: 'List, numbered list' },
      { keys: ['Tab', 'Shift-Tab'], does: 'In a list: further in, further out' },
      { keys: ['Mod-Shift-q', 'Mod-Shift-l'], does: 'Quote with speaker, pull quote' },
      { keys: ['Mod-Shift-h'], does: 'Fact box' },
      { keys: ['Mod-Shift-r'], does: 'Also read' },
      { keys: ['Mod-Shift-v'], does: 'Paste as plain text' },
      { keys: ['Mod-Shift-e'], does: 'Embed' },
      { keys: ['Mod-Shift-9'], does: 'Table' },
      { keys: ['Mod-Shift-k'], does: 'Correction note' },
      { keys: ['Alt-ArrowUp', 'Alt-ArrowDown'], does: 'Move the block up, down' },
      { keys: ['Mod-Shift-d'], does: 'Copy the block below itself' },
      { keys: ['Mod-Shift-Backspace'], does: 'Delete the block' },
      { keys: ['Mod-z', 'Mod-y'], does: 'Undo, redo' },
    ],
  },
  {
    title: 'In a table',
    keys: [
      { keys: ['Tab', 'Shift-Tab'], does: 'Next cell, previous cell; a new row behind the last' },
      { keys: ['Enter'], does: 'Cell below; out of the table from the last row' },
    ],
  },
  {
    title: 'At the start of a line',
    keys: [
      { keys: ['/'], does: 'All that can be put in' },
      { keys: ['##␣', '###␣'], does: 'Sub-head, smaller sub-head' },
      { keys: ['-␣', '1.␣'], does: 'List, numbered list' },
      { keys: ['>␣'], does: 'Quote with speaker' },
      { keys: ['---'], does: 'Divider' },
    ],
  },
]
