import { afterEach, expect, test, vi } from 'vitest'

import type { TrayItem } from '#lib/checks/paste/finding'
import { memoryStorage } from '#lib/testing/storage'
import { paragraph } from '#lib/testing/stories'

import { forgetPerson } from './leave'
import { loadTray, saveTray } from './trays'

const item = { block: paragraph('p1', 'You may also like') } as TrayItem

afterEach(() => vi.unstubAllGlobals())

test('what was discarded is there after a reload, each story’s own, until it is put back', () => {
  const made = memoryStorage()
  vi.stubGlobal('localStorage', made)
  saveTray('nadia', 'a', [item])
  expect(loadTray('nadia', 'a')).toEqual([item])
  expect(loadTray('nadia', 'b')).toEqual([])
  saveTray('nadia', 'a', [])
  expect(made.held.size).toBe(0)
})

test('a browser that keeps nothing, or something else, has an empty tray', () => {
  expect(loadTray('nadia', 'a')).toEqual([])
  saveTray('nadia', 'a', [item])
  vi.stubGlobal('localStorage', { ...memoryStorage(), getItem: () => '{"no":"tray"}' })
  expect(loadTray('nadia', 'a')).toEqual([])
  vi.stubGlobal('localStorage', { ...memoryStorage(), getItem: () => 'broken' })
  expect(loadTray('nadia', 'a')).toEqual([])
})

test('what one person discarded is shown to nobody else, and goes when they sign out', async () => {
  const made = memoryStorage()
  vi.stubGlobal('localStorage', made)
  made.setItem('stet tray a', '[]')
  made.setItem('stet plain typing', 'on')
  saveTray('nadia', 'a', [item])
  saveTray('nadia', 'b', [item])
  saveTray('petra', 'a', [item])
  expect(loadTray('sal', 'a')).toEqual([])
  await forgetPerson('nadia', false)
  expect([...made.held.keys()]).toEqual(['stet plain typing', 'stet tray petra a'])
})
