import { type Column, type Entry, longest, type MenuContent } from '#lib/site/menu/content'
import { type Merge, mergeItems, pick } from '#lib/three-way'

const idOf = ({ id }: { id: string }) => id

/**
 * Joins what two editors made of one menu: column by column, and within one its title and each entry. Clashes are told by
 * ids of columns; of an entry that each has moved to another one, by that where mine has put it.
 */
export const mergeMenus: Merge<MenuContent> = (base, mine, theirs, choose = {}) => {
  const most = longest.columns
  const { items, clashes } = mergeItems(base.columns, mine.columns, theirs.columns, { idOf, join, choose, most })
  const torn = new Set<string>()
  const stands = (entry: string, column: string) => {
    const [to, other] = [columnOf(mine, entry), columnOf(theirs, entry)]
    if (to === undefined || items.filter((one) => holds(one, entry)).length < 2) return true
    torn.add(to)
    return column === (choose[to] === 'theirs' ? other : to)
  }
  const columns = items.map((column) => ({
    ...column,
    entries: column.entries.filter(({ id }) => stands(id, column.id)),
  }))
  return { content: { columns }, clashes: [...new Set([...clashes, ...torn])] }
}

const holds = ({ entries }: Column, entry: string) => entries.some(({ id }) => id === entry)
const columnOf = ({ columns }: MenuContent, entry: string) => columns.find((column) => holds(column, entry))?.id

function join(before: Column, one: Column, other: Column): Column | undefined {
  const title = pick(before.title, one.title, other.title)
  const entries = mergeItems<Entry>(before.entries, one.entries, other.entries, {
    ...{ idOf, choose: {}, most: longest.entries },
  })
  return title && !entries.clashes.length ? { ...one, title: title.is, entries: entries.items } : undefined
}
