import type { Column, Entry, MenuContent } from '#lib/site/menu/content'
import { type Merge, mergeItems, pick } from '#lib/three-way'

const idOf = ({ id }: { id: string }) => id

/** Joins what two editors made of one menu: column by column, and within one its title and each entry. Clashes are told by ids of columns. */
export const mergeMenus: Merge<MenuContent> = (base, mine, theirs, choose = {}) => {
  const { items, clashes } = mergeItems(base.columns, mine.columns, theirs.columns, { idOf, join, choose })
  return { content: { columns: items }, clashes }
}

function join(before: Column, one: Column, other: Column): Column | undefined {
  const title = pick(before.title, one.title, other.title)
  const entries = mergeItems<Entry>(before.entries, one.entries, other.entries, { idOf, choose: {} })
  return title && !entries.clashes.length ? { ...one, title: title.is, entries: entries.items } : undefined
}
