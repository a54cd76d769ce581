import { describe, expect, test } from 'vitest'

import { marksOf } from './marks'
import { better } from './typed'

/** What stands in a block after this was typed, key by key. */
function typing(keys: string, language = 'en-GB'): string {
  const marks = marksOf(language)!
  let text = ''
  for (const key of keys) {
    text += key
    const change = better(text, marks)
    if (change) text = text.slice(0, text.length - change.remove) + change.insert
  }
  return text
}

describe('in English', () => {
  test.each([
    ['"It held," she said.', '“It held,” she said.'],
    ['She said "it held" twice ("so").', 'She said “it held” twice (“so”).'],
    [`"He said 'so' and left"`, '“He said ‘so’ and left”'],
    [`"'So,' he said"`, '“‘So,’ he said”'],
    [`'So,' he said`, '‘So,’ he said'],
    [`don't, Orla's, the Fenns' boat`, 'don’t, Orla’s, the Fenns’ boat'],
    [`the '90s and the 1990's`, 'the ’90s and the 1990’s'],
    [`class of '92.`, 'class of ’92.'],
    [`rock 'n' roll`, 'rock ’n’ roll'],
    [`'tis so`, '’tis so'],
    [`'Tis so`, '’Tis so'],
    [`get 'em, now`, 'get ’em, now'],
    [`'emblem' he said`, '‘emblem’ he said'],
    [`a 6" pipe of 5' 10"`, `a 6" pipe of 5' 10"`],
    [`"But I--" she said`, '“But I–” she said'],
    ['gates -- all of them -- held', 'gates – all of them – held'],
    ['gates --- held', 'gates — held'],
    ['well-known', 'well-known'],
    ['and so...', 'and so…'],
    ['and so....', 'and so….'],
    ['--', '--'],
    ['---', '---'],
    ['- one', '- one'],
  ])('%s', (keys, text) => expect(typing(keys)).toBe(text))

  test.each([
    `https://weir.example/a--b?q="x"&y='z'...`,
    'www.weir.example/it--is',
    `orla@weir.example's`,
    'weir.example/a--b',
    '/srv/files/a--b',
  ])('an address stays as typed: %s', (address) => expect(typing(`See ${address}`)).toBe(`See ${address}`))

  test('after an address prose goes on', () =>
    expect(typing('https://weir.example/x "so"')).toBe('https://weir.example/x “so”'))
})

const [n, w] = ['\u202f', '\u00a0']
describe('by language', () => {
  test.each([
    ['de-DE', `"Er sagt 'so', Peter's"`, '„Er sagt ‚so‘, Peter’s“'],
    ['de-DE', `"Sie sagt 'wie geht's' dazu"`, '„Sie sagt ‚wie geht’s‘ dazu“'],
    ['de-CH', `"so" 'da'`, '«so» ‹da›'],
    ['fr-FR', `"C'est vrai ?" dit-il ; non !`, `«${n}C’est vrai${n}?${n}» dit-il${n}; non${n}!`],
    ['fr-FR', `" oui " : voilà`, `«${n}oui${n}»${w}: voilà`],
    ['fr-FR', 'Quoi?!', `Quoi${n}?!`],
    ['fr-FR', 'à 10:30 et http://a.example', 'à 10:30 et http://a.example'],
    ['fr-CA', 'Quoi? "oui"', `Quoi? «${n}oui${n}»`],
    ['es-ES', `"así" dijo 'él'`, '«así» dijo “él”'],
    ['es-MX', '"así"', '“así”'],
    ['it-IT', `"l'acqua" e 'sì'`, '«l’acqua» e “sì”'],
    ['pt-PT', '"sim"', '«sim»'],
    ['pt-BR', '"sim"', '“sim”'],
    ['nl-NL', `'s avonds zei hij "zo'n 't"`, '’s avonds zei hij “zo’n ’t”'],
    ['pl-PL', `"tak 'nie' tak"`, '„tak «nie» tak”'],
    ['sv-SE', `"ja 'nej' ja"`, '”ja ’nej’ ja”'],
    ['da-DK', '"ja"', '»ja«'],
    ['nb-NO', '"ja"', '«ja»'],
    ['ru', '"да"', '«да»'],
  ])('%s: %s', (language, keys, text) => expect(typing(keys, language)).toBe(text))

  test('a language whose marks we do not know is left alone', () => expect(marksOf('ja-JP')).toBeUndefined())
  test('a script stands before the region', () => expect(marksOf('de-Latn-CH')).toEqual(marksOf('de-CH')))
})
