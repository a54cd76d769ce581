import { brotliCompressSync, gzipSync } from 'node:zlib'

import { expect, test } from 'vitest'

import { canaryWord } from '../support/canary-words'
import { unpacked, wordsIn } from './canary-finder'

const word = canaryWord()
const url = [...word].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join('')
const html = [...word].map((letter) => `&#x${letter.charCodeAt(0).toString(16)};`).join('')
const json = [...word].map((letter) => `\\u00${letter.charCodeAt(0).toString(16)}`).join('')
const [begin, end] = [word.slice(0, 5), word.slice(5)]

test.each([
  ['as it is', `<h1>Gates of ${word}</h1>`],
  ['in capitals', word.toUpperCase()],
  ['in an address', `location: http://localhost/politics/${word}-2?x=1`],
  ['percent-encoded', `/politics/${url}`],
  ['percent-encoded twice', encodeURIComponent(`/politics/${url}`)],
  ['as HTML’s numbers', html],
  ['as decimal numbers', html.replace(/&#x(..);/g, (_, hex) => `&#${Number.parseInt(hex, 16)};`)],
  ['escaped in JSON', `{"headline":"${json}"}`],
  ['an address in JSON in HTML', `&#x22;${encodeURIComponent(json)}`],
  ['with a mark within', `${begin}<mark>${end}</mark>`],
  ['with a soft hyphen', `${begin}\u00ad${end}`],
  ['with a place to break', `${begin}<wbr>${end}`],
  ['in base64', `{"payload":"${Buffer.from(`Gates of ${word}`).toString('base64')}"}`],
  ['in base64 of addresses, behind a dot', `cookie: x.${Buffer.from(`{"a":"é${word}"}`).toString('base64url')}.sig`],
  ['in hexadecimal', Buffer.from(word).toString('hex')],
])('a word is found %s', (_, text) => {
  expect(wordsIn(`<p>${text}</p>`, ['zqxnothing', word])).toEqual([word])
})

test.each([
  ['br', brotliCompressSync],
  ['gzip', gzipSync],
  [undefined, (body: Buffer) => body],
] as const)('in a body that came as %s', (encoding, pack) => {
  expect(wordsIn(unpacked(pack(Buffer.from(`It says ${word}.`)), encoding).toString(), [word])).toEqual([word])
})

test('what is not there is not found', () => {
  expect(wordsIn(`${begin} ${end} ${canaryWord()} ${'x'.repeat(500)}`, [word])).toEqual([])
})
