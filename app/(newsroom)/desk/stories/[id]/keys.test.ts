import { getExtensionField } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { expect, test } from 'vitest'

import { bodyExtensions } from '#lib/story/document/extensions'
import { keyList } from './keys'
import { BodyKeys } from './text/body-keys'
import { wordActs } from './text/bubble'
import { blockList } from './text/menus/block-list'
import { TableKeys } from './text/table/table-keys'

/** Every key that an extension of the body answers. */
const answers = [...bodyExtensions, BodyKeys, TableKeys, Collaboration].flatMap((extension) => {
  const { name, options, storage } = extension
  const keys = getExtensionField<(() => Record<string, unknown>) | undefined>(extension, 'addKeyboardShortcuts', {
    name,
    options,
    storage,
    editor: {} as never,
    type: {} as never,
  })
  return Object.keys(keys?.() ?? {})
})
/** With those that the browser answers by itself. */
const answered = [...answers, 'Mod-Shift-v']

test.each(['In the text', 'In a table'])('the list of keys promises none %s that nothing answers', (title) => {
  const told = keyList.find((one) => one.title === title)?.keys.flatMap(({ keys }) => keys) ?? []
  expect(told.filter((key) => !answered.includes(key))).toEqual([])
})

test('what menus and the bar above selected words say of keys, the list of keys says too', () => {
  const told = keyList.flatMap(({ keys }) => keys.flatMap((key) => key.keys))
  const said = [...wordActs.map(({ keys }) => keys), ...blockList.map(({ key }) => key)]
  expect(said.filter((key) => key?.startsWith('Mod-') && !told.includes(key))).toEqual([])
})

test('no key stands twice under one heading', () => {
  for (const { keys } of keyList) {
    const all = keys.flatMap((key) => key.keys)
    expect(new Set(all).size).toBe(all.length)
  }
})
