import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { memoryStorage } from '#lib/testing/storage'
import { dropDraft, listDrafts, loadDraft, saveDraft } from './kept-drafts'
import { forgetPerson, listOwing } from './leave'

const draft = { version: 3, base: { title: 'Contact' }, content: { title: 'Reach us' }, name: 'Reach us' }

beforeEach(() => {
  vi.stubGlobal('localStorage', memoryStorage())
  vi.stubGlobal('indexedDB', new IDBFactory())
})
afterEach(() => vi.unstubAllGlobals())

test('a draft that no server has is there after the window was closed, for its writer alone, until it is sent', () => {
  expect(saveDraft('nadia', 'page:a', draft)).toBe(true)
  expect(loadDraft('nadia', 'page:a')).toEqual(draft)
  expect(loadDraft('sal', 'page:a')).toBeUndefined()
  expect(loadDraft('nadia', 'page:b')).toBeUndefined()
  dropDraft('nadia', 'page:a')
  expect(localStorage).toHaveLength(0)
})

test('a browser that keeps nothing says so, and what is no draft is none', () => {
  localStorage.setItem('stet draft nadia page:a', '{"version":1}')
  localStorage.setItem('stet draft nadia page:b', 'broken')
  expect(loadDraft('nadia', 'page:a')).toBeUndefined()
  expect(listDrafts('nadia')).toEqual([])
  vi.stubGlobal('localStorage', undefined)
  expect(saveDraft('nadia', 'page:a', draft)).toBe(false)
  expect(loadDraft('nadia', 'page:a')).toBeUndefined()
  expect(listDrafts('nadia')).toEqual([])
})

test('who signs out is told of drafts that were never sent; they stay, or go as told', async () => {
  saveDraft('nadia', 'menu:footer', { ...draft, name: 'Footer' })
  saveDraft('petra', 'front:home', draft)
  expect(await listOwing('nadia')).toEqual([{ path: '/desk/menus/footer', headline: 'Footer' }])
  await forgetPerson('nadia', false)
  expect(listDrafts('nadia')).toHaveLength(1)
  await forgetPerson('nadia', true)
  expect(listDrafts('nadia')).toEqual([])
  expect(listDrafts('petra')).toHaveLength(1)
})
