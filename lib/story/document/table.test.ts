import { expect, test } from 'vitest'

import type { Table } from './nodes'
import { columnsOf, figureColumns, isRagged } from './table'

const table = (attrs: Partial<Table['attrs']>, ...rows: string[][]): Table => ({
  type: 'table',
  attrs: { id: 't', caption: '', headRow: true, headColumn: false, ...attrs },
  content: rows.map((cells, y) => ({
    type: 'tableRow',
    attrs: { id: `r${y}` },
    content: cells.map((text, x) => ({
      type: 'tableCell',
      attrs: { id: `c${y}${x}` },
      content: text ? [{ type: 'text', text }] : [],
    })),
  })),
})

test('a table is as wide as its longest row, and ragged where one is shorter', () => {
  expect(columnsOf(table({}))).toBe(0)
  expect(columnsOf(table({}, ['a'], ['b', 'c']))).toBe(2)
  expect(isRagged(table({}, ['a'], ['b', 'c']))).toBe(true)
  expect(isRagged(table({}, ['a', ''], ['b', 'c']))).toBe(false)
})

test('columns of figures are known by what stands below the head', () => {
  const rows = [
    ['Gate', 'Metres', 'Change', 'Since', 'Note'],
    ['Four', '5.8', '−12 %', '1953', 'shut'],
    ['Five', '', '+3.5%', '1987', ''],
    ['Six', '1,204 m', '£3', '–', '12'],
  ]
  expect([...figureColumns(table({}, ...rows))]).toEqual([1, 2, 3])
  expect([...figureColumns(table({ headColumn: true }, ['1', '2'], ['3', '4']))]).toEqual([1])
  expect([...figureColumns(table({}, ['1', '2']))]).toEqual([])
})
