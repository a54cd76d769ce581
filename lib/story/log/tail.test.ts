import { beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'

import { db } from '#lib/db/client'
import { databaseForEach } from '#lib/testing/database'
import { beginStory, edited, insertForeign, typeHeadline } from '#lib/testing/log'
import { newsroom, when } from '#lib/testing/newsroom'

import { toDocument } from '../document/ydoc'
import { compact } from './compact'
import { loadLog } from './read'
import { readTail, startTail, type Tail } from './tail'
import { appendUpdate } from './write'

databaseForEach()
let tail: Tail
let mine: Y.Doc
let theirs: Y.Doc
beforeEach(async () => {
  await newsroom()
  await beginStory('flood')
  tail = await startTail()
  mine = await loadLog(db, 'flood')
  theirs = await loadLog(db, 'flood')
})

const open = new Set(['flood'])
const headline = () => toDocument(mine).headline
const theyType = (words: string) => insertForeign('flood', edited(theirs, typeHeadline(words)))
const iType = (words: string) =>
  appendUpdate({ storyId: 'flood', update: edited(mine, typeHeadline(words)), by: 'nadia', at: when })
async function follow() {
  const rows = await readTail(tail, open)
  for (const { update } of rows) Y.applyUpdate(mine, update)
  return rows.length
}

test('rows of other processes come once, own rows and other stories’ never', async () => {
  await iType('mine ')
  await theyType('theirs ')
  await beginStory('other')
  expect(await follow()).toBe(1)
  expect(headline()).toContain('theirs ')
  expect(await follow()).toBe(0)
  await theyType('again ')
  expect(await follow()).toBe(1)
})

test('rows that a compaction took away before they were read are in its snapshot', async () => {
  await theyType('theirs ')
  await iType('mine ')
  await compact('flood')
  await follow()
  expect(headline()).toContain('theirs ')
  expect(headline()).toContain('mine ')
})

test('a snapshot in the place of a row that was read is read too', async () => {
  await theyType('one ')
  expect(await follow()).toBe(1)
  await theyType('two ')
  await compact('flood')
  await follow()
  expect(headline()).toBe('two one River rises')
})

test('with no story open nothing is read, and nothing is missed by one that opens later', async () => {
  await theyType('early ')
  expect(await readTail(tail, new Set())).toEqual([])
  expect(await follow()).toBe(1)
})
