import { expect, test } from 'vitest'

import { type Entry, longest, type MenuContent } from '#lib/site/menu/content'

import { shapeFault } from './checks'
import { mergeMenus } from './merge'

const entry = (id: string): Entry => ({ id, to: { of: 'place', id: 'home' }, label: id })
/** Columns by what they hold, in order: `one: 'a b'`. */
const menu = (columns: Record<string, string>): MenuContent => ({
  columns: Object.entries(columns).map(([id, ids]) => ({
    ...{ id, title: id },
    entries: ids.split(' ').filter(Boolean).map(entry),
  })),
})
const numbered = (letter: string, count: number) => Array.from({ length: count }, (_, i) => `${letter}${i}`)

test('an entry that each has moved to another column stands in one of them, and which one is asked', () => {
  const base = menu({ one: 'a b', two: '', three: '' })
  const [mine, theirs] = [menu({ one: 'b', two: 'a', three: '' }), menu({ one: 'b', two: '', three: 'a c' })]
  const joined = mergeMenus(base, mine, theirs)
  expect(joined).toEqual({ content: menu({ one: 'b', two: 'a', three: 'c' }), clashes: ['two'] })
  expect(shapeFault('footer', joined.content)).toBeUndefined()
  expect(mergeMenus(base, mine, theirs, { two: 'theirs' }).content).toEqual(menu({ one: 'b', two: '', three: 'a c' }))
})

test('what one moved and the other changed in its old column is there once', () => {
  const base = menu({ one: 'a b', two: '' })
  const [mine, theirs] = [menu({ one: 'b', two: 'a' }), menu({ one: 'a b c', two: '' })]
  expect(mergeMenus(base, mine, theirs)).toEqual({ content: menu({ one: 'b c', two: 'a' }), clashes: [] })
})

test('together two editors do not make more than a menu holds: nobody could change it any more', () => {
  const [few, half] = [longest.columns - 1, longest.entries / 2]
  const columns = (more: string) => menu(Object.fromEntries([...numbered('c', few), more].map((id) => [id, ''])))
  const base = menu(Object.fromEntries(numbered('c', few).map((id) => [id, ''])))
  const kept = mergeMenus(base, columns('mine'), columns('theirs'), { mine: 'theirs' })
  expect(kept).toEqual({ content: columns('theirs'), clashes: ['mine'] })

  const entries = (letter: string) => menu({ col: [...numbered('e', half), ...numbered(letter, half)].join(' ') })
  expect(mergeMenus(menu({ col: numbered('e', half).join(' ') }), entries('m'), entries('t')).clashes).toEqual(['col'])
})
