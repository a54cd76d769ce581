import { afterEach, expect, test, vi } from 'vitest'

import type { TrayItem } from '#lib/checks/paste/finding'
import { paragraph } from '#lib/testing/stories'

import { loadTray, saveTray } from './tray-storage'

const storage = () => {
  const held = new Map<string, string>()
  return {
    held,
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
    removeItem: (key: string) => void held.delete(key),
  }
}
const item = { block: paragraph('p1', 'You may also like') } as TrayItem

afterEach(() => vi.unstubAllGlobals())

test('what was discarded is there after a reload, each story’s own, until it is put back', () => {
  const made = storage()
  vi.stubGlobal('localStorage', made)
  saveTray('a', [item])
  expect(loadTray('a')).toEqual([item])
  expect(loadTray('b')).toEqual([])
  saveTray('a', [])
  expect(made.held.size).toBe(0)
})

test('a browser that keeps nothing, or something else, has an empty tray', () => {
  expect(loadTray('a')).toEqual([])
  saveTray('a', [item])
  vi.stubGlobal('localStorage', { ...storage(), getItem: () => '{"no":"tray"}' })
  expect(loadTray('a')).toEqual([])
  vi.stubGlobal('localStorage', { ...storage(), getItem: () => 'broken' })
  expect(loadTray('a')).toEqual([])
})
