import { same } from '#lib/same'
import type { Entry, MenuContent } from '#lib/site/menu/content'
import { longestRun } from '#lib/story/document/longest-run'

/** What of an entry or a column differs between two versions of a menu. */
export type MenuChange = {
  id: string
  is: 'added' | 'removed' | 'moved' | 'changed'
  /** The entry, as it is or was; a column by its title. */
  of: Entry | { title: string }
  /** The column's title that it stands under, or stood. */
  under: string
}

/** What differs, in the order of what comes after; what was taken out last. */
export function changesBetween(before: MenuContent, after: MenuContent): MenuChange[] {
  const [had, has] = [placesIn(before), placesIn(after)]
  const order = new Map(had.map(({ entry }, i) => [entry.id, i]))
  const stays = new Set(longestRun(has.map(({ entry }) => order.get(entry.id))))
  const found: MenuChange[] = columnChanges(before, after)
  for (const [i, { entry, column, title }] of has.entries()) {
    const was = had.find((one) => one.entry.id === entry.id)
    const change = { id: entry.id, of: entry, under: title }
    if (!was) found.push({ ...change, is: 'added' })
    else if (!same(was.entry, entry)) found.push({ ...change, is: 'changed' })
    else if (was.column !== column || !stays.has(i)) found.push({ ...change, is: 'moved' })
  }
  for (const { entry, title } of had)
    if (!has.some((one) => one.entry.id === entry.id))
      found.push({ id: entry.id, of: entry, under: title, is: 'removed' })
  return found
}

const placesIn = ({ columns }: MenuContent) =>
  columns.flatMap(({ id, title, entries }) => entries.map((entry) => ({ entry, column: id, title })))

function columnChanges(before: MenuContent, after: MenuContent): MenuChange[] {
  const found: MenuChange[] = []
  for (const { id, title } of after.columns) {
    const was = before.columns.find((column) => column.id === id)
    const change = { id, of: { title }, under: '' }
    if (!was) found.push({ ...change, is: 'added' })
    else if (was.title !== title) found.push({ ...change, is: 'changed' })
  }
  const kept = after.columns.map(({ id }) => before.columns.findIndex((column) => column.id === id))
  const stays = new Set(longestRun(kept.map((at) => (at < 0 ? undefined : at))))
  for (const [i, { id, title }] of after.columns.entries())
    if (kept[i]! >= 0 && !stays.has(i) && !found.some((change) => change.id === id))
      found.push({ id, of: { title }, under: '', is: 'moved' })
  for (const { id, title } of before.columns)
    if (!after.columns.some((column) => column.id === id)) found.push({ id, of: { title }, under: '', is: 'removed' })
  return found
}
