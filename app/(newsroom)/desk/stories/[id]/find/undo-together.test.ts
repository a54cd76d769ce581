import { beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'

import { undoTogether } from './undo-together'

let ydoc: Y.Doc
let managers: Y.UndoManager[]
const part = (name: string) => ydoc.getText(name)
const told = () => ['headline', 'body'].map((name) => part(name).toString())
beforeEach(() => {
  ydoc = new Y.Doc()
  managers = ['headline', 'body'].map((name) => new Y.UndoManager(part(name), { captureTimeout: 0 }))
  part('headline').insert(0, 'Weir')
  part('body').insert(0, 'The weir')
  for (const one of managers) one.stopCapturing()
  part('headline').insert(4, '!')
  part('body').insert(8, '!')
  undoTogether(managers)
})

test('undo in one part takes the act back in all, and redo does it again in all', () => {
  managers[0]!.undo()
  expect(told()).toEqual(['Weir', 'The weir'])
  managers[1]!.redo()
  expect(told()).toEqual(['Weir!', 'The weir!'])
  managers[1]!.undo()
  expect(told()).toEqual(['Weir', 'The weir'])
  managers[1]!.undo()
  expect(told()).toEqual(['Weir', ''])
})

test('a part that was written in since keeps its step until that is taken back', () => {
  part('headline').insert(5, '?')
  managers[1]!.undo()
  expect(told()).toEqual(['Weir!?', 'The weir'])
  managers[0]!.undo()
  expect(told()).toEqual(['Weir!', 'The weir'])
  managers[0]!.undo()
  expect(told()).toEqual(['Weir', 'The weir'])
})
