import { expect, test } from 'vitest'

import { MediaFields } from './fields'

test('what no database and no feed can carry is left out of what is said of a picture', () => {
  const odd = '\u0000A\u0008 gate\ud83d '
  const said = MediaFields.parse({ alt: odd, caption: odd, credit: odd, notes: odd, keywords: [odd, '\u0000'] })
  const [line] = new Set([said.alt, said.caption, said.credit, said.notes])
  expect([line, said.keywords]).toEqual(['A gate', ['A gate']])
  expect(() => MediaFields.parse({ name: '\u0000' })).toThrow('Give it a name.')
})
