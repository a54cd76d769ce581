import type { Column, Entry, MenuContent } from '#lib/site/menu/content'

/** Where an entry stands: in which column, and how many entries before it. */
export type Spot = { column: string; at: number }

const change = (menu: MenuContent, id: string, by: (column: Column) => Column): MenuContent => ({
  columns: menu.columns.map((column) => (column.id === id ? by(column) : column)),
})

export function spotOf({ columns }: MenuContent, entry: string): Spot | undefined {
  for (const { id, entries } of columns) {
    const at = entries.findIndex((one) => one.id === entry)
    if (at >= 0) return { column: id, at }
  }
  return undefined
}

export const addEntry = (menu: MenuContent, column: string, entry: Entry): MenuContent =>
  change(menu, column, (one) => ({ ...one, entries: [...one.entries, entry] }))

export const removeEntry = (menu: MenuContent, id: string): MenuContent => ({
  columns: menu.columns.map((column) => ({ ...column, entries: column.entries.filter((entry) => entry.id !== id) })),
})

export const labelEntry = (menu: MenuContent, id: string, label: string): MenuContent => ({
  columns: menu.columns.map((column) => ({
    ...column,
    entries: column.entries.map((entry) => (entry.id === id ? { ...entry, label } : entry)),
  })),
})

/** @param to where it stands then, counted without itself */
export function moveEntry(menu: MenuContent, id: string, to: Spot): MenuContent {
  const entry = menu.columns.flatMap(({ entries }) => entries).find((one) => one.id === id)
  if (!entry || !menu.columns.some((column) => column.id === to.column)) return menu
  return change(removeEntry(menu, id), to.column, (column) => ({
    ...column,
    entries: column.entries.toSpliced(Math.max(0, Math.min(to.at, column.entries.length)), 0, entry),
  }))
}

/** One place up or down in its column, or to the column before or after, at the same height. */
export function stepEntry(menu: MenuContent, id: string, by: 'up' | 'down' | 'before' | 'after'): MenuContent {
  const spot = spotOf(menu, id)
  if (!spot) return menu
  if (by === 'up' || by === 'down')
    return moveEntry(menu, id, { ...spot, at: Math.max(0, spot.at + (by === 'up' ? -1 : 1)) })
  const from = menu.columns.findIndex((column) => column.id === spot.column)
  const to = menu.columns[from + (by === 'before' ? -1 : 1)]
  return to ? moveEntry(menu, id, { column: to.id, at: spot.at }) : menu
}

export const addColumn = (menu: MenuContent, id: string): MenuContent => ({
  columns: [...menu.columns, { id, title: '', entries: [] }],
})

export const titleColumn = (menu: MenuContent, id: string, title: string): MenuContent =>
  change(menu, id, (column) => ({ ...column, title }))

export const removeColumn = (menu: MenuContent, id: string): MenuContent => ({
  columns: menu.columns.filter((column) => column.id !== id),
})

export function moveColumn(menu: MenuContent, id: string, by: -1 | 1): MenuContent {
  const from = menu.columns.findIndex((column) => column.id === id)
  const moved = menu.columns[from]
  if (!moved) return menu
  const others = menu.columns.filter((column) => column !== moved)
  return { columns: others.toSpliced(Math.max(0, Math.min(from + by, others.length)), 0, moved) }
}
