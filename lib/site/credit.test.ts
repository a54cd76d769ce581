import { expect, test } from 'vitest'

import { messagesIn } from '#lib/messages/find'
import { aShown } from '#lib/testing/shown'

import { creditLine } from './credit'

const t = messagesIn('en')
const line = (more: Parameters<typeof aShown>[0], use = {}) => creditLine(aShown(more, use), t)

test('a credit stands after a word for what it is', () => {
  const credit = 'Ana Ruiz/Harbour Agency'
  expect(line({ credit })).toBe('Photograph: Ana Ruiz/Harbour Agency')
  expect(line({ credit, graphic: true })).toBe('Illustration: Ana Ruiz/Harbour Agency')
  expect(line({ credit, handout: true })).toBe('Handout: Ana Ruiz/Harbour Agency')
  expect(line({ credit, kind: 'video', handout: true })).toBe('Film: Ana Ruiz/Harbour Agency')
  expect(line({ credit, kind: 'audio' })).toBe('Audio: Ana Ruiz/Harbour Agency')
  expect(line({ credit: '' })).toBe('')
  expect(line({ credit: '' }, { credit: 'Ruth Bexley' })).toBe('Photograph: Ruth Bexley')
})

test.each([
  'Photograph: Ana Ruiz',
  'photo by Ana Ruiz',
  'Photos: Ana Ruiz and Imre Caddow',
  'Picture: Ana Ruiz',
  'Courtesy of the harbour museum',
  'Handout: Harbour Line',
  'Courier illustration',
  'Family photograph',
  'Police handout',
])('“%s” says it itself', (credit) => expect(line({ credit })).toBe(credit))

test.each(['Getty Images', 'AP Photo', 'Pictor Hale', 'Filmer & Daughter', 'Mapp', 'Photonews Wend'])(
  '“%s” is a name',
  (credit) => expect(line({ credit })).toBe(`Photograph: ${credit}`),
)
