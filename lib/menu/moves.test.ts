import { expect, test } from 'vitest'

import type { MenuContent } from '#lib/site/menu/content'

import { changesBetween } from './changes'
import {
  addColumn,
  addEntry,
  labelEntry,
  moveColumn,
  moveEntry,
  removeColumn,
  removeEntry,
  stepEntry,
  titleColumn,
} from './moves'

const entry = (id: string) => ({ id, to: { of: 'place' as const, id: 'home' as const }, label: '' })
const menu = (columns: Record<string, string>): MenuContent => ({
  columns: Object.entries(columns).map(([id, entries]) => ({ id, title: id, entries: [...entries].map(entry) })),
})
const said = ({ columns }: MenuContent) =>
  columns.map(({ id, entries }) => `${id}:${entries.map((one) => one.id).join('')}`).join(' ')
const base = menu({ x: 'abc', y: 'de' })

test.each([
  [stepEntry(base, 'b', 'up'), 'x:bac y:de'],
  [stepEntry(base, 'b', 'down'), 'x:acb y:de'],
  [stepEntry(base, 'a', 'up'), 'x:abc y:de'],
  [stepEntry(base, 'c', 'down'), 'x:abc y:de'],
  [stepEntry(base, 'b', 'after'), 'x:ac y:dbe'],
  [stepEntry(base, 'c', 'after'), 'x:ab y:dec'],
  [stepEntry(base, 'd', 'before'), 'x:dabc y:e'],
  [stepEntry(base, 'd', 'after'), 'x:abc y:de'],
  [moveEntry(base, 'a', { column: 'x', at: 2 }), 'x:bca y:de'],
  [moveEntry(base, 'a', { column: 'nowhere', at: 0 }), 'x:abc y:de'],
  [moveEntry(base, 'z', { column: 'x', at: 0 }), 'x:abc y:de'],
  [removeEntry(base, 'd'), 'x:abc y:e'],
  [addEntry(base, 'y', entry('f')), 'x:abc y:def'],
  [addColumn(base, 'z'), 'x:abc y:de z:'],
  [moveColumn(base, 'y', -1), 'y:de x:abc'],
  [moveColumn(base, 'y', 1), 'x:abc y:de'],
  [removeColumn(base, 'x'), 'y:de'],
])('%#: %s', (made, is) => expect(said(made)).toBe(is))

const told = (after: MenuContent) => changesBetween(base, after).map(({ id, is }) => `${id} ${is}`)

test('what changes is told by entry and by column, with the fewest that were moved', () => {
  expect(told(base)).toEqual([])
  expect(told(moveEntry(base, 'a', { column: 'x', at: 2 }))).toEqual(['a moved'])
  expect(told(stepEntry(base, 'c', 'after'))).toEqual(['c moved'])
  expect(told(labelEntry(base, 'd', 'Doors'))).toEqual(['d changed'])
  expect(told(removeColumn(base, 'y'))).toEqual(['y removed', 'd removed', 'e removed'])
  expect(told(addEntry(titleColumn(base, 'x', 'New'), 'x', entry('f')))).toEqual(['x changed', 'f added'])
})
