import { beforeEach, expect, test } from 'vitest'

import { databaseForAll } from '#lib/testing/database'

import { db } from './client'
import { fold, wordsOf } from './fold'
import { clearSearch, findSearch, putSearch, removeSearch } from './search'

databaseForAll()
beforeEach(() => db.write(clearSearch))

const put = (id: number, title: string, summary = '', text = '') =>
  db.write((tx) => putSearch(tx, id, { title, summary, text }))
const ids = async (words: string, limit = 20) => (await findSearch(db, words, limit)).ids

test('a story is found by words of its headline, standfirst and text, all of them asked for', async () => {
  await put(1, 'Flood in the valley', 'The river rose', 'Bridges were closed on Monday.')
  await put(2, 'Drought in the valley')
  expect(await findSearch(db, 'valley', 20)).toEqual({ ids: expect.arrayContaining([1, 2]), total: 2, order: 'best' })
  expect(await ids('valley bridges')).toEqual([1])
  expect(await ids('river monday flood')).toEqual([1])
  expect(await ids('river drought')).toEqual([])
})

test('a hit in the headline comes before one in the standfirst, and that before one in the text', async () => {
  await put(1, 'A plain day', 'Nothing', 'and harvest')
  await put(2, 'A plain day', 'Good harvest', 'and nothing')
  await put(3, 'The harvest day', 'Nothing', 'and nothing')
  expect(await ids('harvest')).toEqual([3, 2, 1])
})

test('the last word may be a beginning, from two letters; the others may not', async () => {
  await put(1, 'Government resigns')
  expect(await ids('resigns gov')).toEqual([1])
  expect(await ids('go')).toEqual([1])
  expect(await ids('g')).toEqual([])
  expect(await ids('gov resigns')).toEqual([])
})

test('accents, capitals and letters that no decomposition knows make no difference', async () => {
  await put(1, 'Große Straße in Łódź, Ærø and Đakovo')
  await put(2, 'Η Αθήνα και ο Σωκράτης')
  for (const words of ['GROSSE strasse', 'lodz', 'Łódź', 'aero', 'đakovo', 'dakovo'])
    expect(await ids(words)).toEqual([1])
  for (const words of ['ΑΘΗΝΑ', 'αθηνα', 'ΣΩΚΡΑΤΗΣ', 'σωκρατης']) expect(await ids(words)).toEqual([2])
})

test('words that are cut at marks and figures are found again', async () => {
  await put(1, 'हिन्दी समाचार', 'Rates at 3.5%', 'mail a-b@example.com about state-of-the-art')
  for (const words of ['हिन्दी', 'समाचार', '3.5', 'example.com', 'state-of-the-art', 'a-b@example.com'])
    expect(await ids(words)).toEqual([1])
})

test('whatever a reader types is only words', async () => {
  await put(1, 'Near or not and title')
  for (const odd of [
    '',
    ' ',
    '"',
    "'",
    '*',
    '(',
    'a:',
    '^',
    '-',
    '--',
    'title:x',
    '\u0000',
    '\\',
    "';drop",
    '&',
    '!',
    '|',
    '<->',
    '{}',
  ])
    expect((await findSearch(db, odd, 20)).ids, odd).toEqual([])
  expect(await ids('NEAR or NOT (and "title"')).toEqual([1])
  expect(await ids("title'")).toEqual([1])
  expect(await ids('title:near')).toEqual([1])
})

test('only the first twelve words count', async () => {
  const words = Array.from({ length: 12 }, (_, i) => `word${i}`).join(' ')
  await put(1, words)
  expect(await ids(`${words} absent`)).toEqual([1])
})

test('replaced, the old words are gone; removed, all are', async () => {
  await put(1, 'Early words')
  await put(1, 'Late words')
  expect(await ids('early')).toEqual([])
  expect(await ids('late words')).toEqual([1])
  await db.write((tx) => removeSearch(tx, 1))
  expect(await ids('words')).toEqual([])
})

test('a write that fails leaves the search as it was', async () => {
  await put(1, 'Standing')
  await db
    .write(async (tx) => {
      await removeSearch(tx, 1)
      await putSearch(tx, 2, { title: 'Standing', summary: '', text: '' })
      throw new Error('no')
    })
    .catch(() => {})
  expect(await ids('standing')).toEqual([1])
})

test('up to 1000 hits are ranked, more come newest first', async () => {
  await db.write(async (tx) => {
    for (let id = 1; id <= 1000; id++)
      await putSearch(tx, id, { title: id === 500 ? 'common common' : 'x', summary: '', text: 'common words' })
  })
  expect(await findSearch(db, 'common', 2)).toMatchObject({
    ids: [500, expect.any(Number)],
    total: 1000,
    order: 'best',
  })
  await put(1001, 'common')
  expect(await findSearch(db, 'common', 3)).toEqual({ ids: [1001, 1000, 999], total: 1001, order: 'newest' })
})

test('a very long text is no fault', async () => {
  const text = Array.from({ length: 150_000 }, (_, i) => `longword${i.toString(36)}`).join(' ')
  await put(1, 'Long', '', `${text} ${'x'.repeat(5000)}`)
  expect(await ids('long longword1')).toEqual([1])
})

test('folding is the same twice', () => {
  for (const text of ['ÆØÅ ß Ł', 'İstanbul', 'ﬁne', 'Ǆ', 'ΆΈ']) expect(fold(fold(text))).toBe(fold(text))
  expect(fold('İstanbul ﬁne')).toBe('istanbul fine')
  expect(wordsOf('Don’t stop – 3.5%')).toEqual(['don', 't', 'stop', '3', '5'])
})
