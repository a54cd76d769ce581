import { expect, test } from 'vitest'

import { everyDocument } from '#lib/testing/document'

import { cleanDocument, cleanText } from './clean'

test.each([
  ['a\u0000b\u001fc', 'abc'],
  ['a\tb\nc', 'a\tb\nc'],
  ['a\r\nb', 'a\nb'],
  ['a\ufffeb\uffff', 'ab'],
  ['\ud83dx\udc00', 'x'],
  ['🌊 e\u0301 \u200b\u00a0\u0085', '🌊 e\u0301 \u200b\u00a0\u0085'],
])('%j becomes %j', (text, clean) => expect(cleanText(text)).toBe(clean))

test('a document is cleaned in attributes too, and text that is left empty goes', () => {
  expect(cleanDocument(everyDocument)).toEqual(everyDocument)
  const quote = { id: 'q', speaker: 'A\u0001da', role: '', via: '', saidAt: '', source: '' }
  const document = cleanDocument({
    ...everyDocument,
    body: {
      type: 'doc',
      content: [
        { type: 'quote', attrs: quote },
        { type: 'paragraph', attrs: { id: 'p' }, content: [{ type: 'text', text: '\u0007' }] },
      ],
    },
  })
  expect(document.body.content).toEqual([
    { type: 'quote', attrs: { ...quote, speaker: 'Ada' } },
    { type: 'paragraph', attrs: { id: 'p' } },
  ])
})
