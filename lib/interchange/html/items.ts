import { type Element, element, type Tree } from './tree'

/** An item of a list as programs write it that nest no lists: which list, how deep, which sign, and what stands in it. */
export type Item = { list: string; level: number; ordered: boolean; start: number; children: Tree[] }

/** Items one after the other as lists in lists. */
export function nested(items: readonly Item[]): Element[] {
  const top: Element[] = []
  const open: { item: Item; list: Element }[] = []
  for (const item of items) {
    while (open.length && parts(open.at(-1)!.item, item)) open.pop()
    let last = open.at(-1)
    if (!last || last.item.level < item.level) {
      const list = element(item.ordered ? 'ol' : 'ul', [], item.ordered ? { start: String(item.start) } : {})
      const parent = last?.list.children.at(-1) as Element | undefined
      if (parent) parent.children.push(list)
      else top.push(list)
      last = { item, list }
      open.push(last)
    }
    last.list.children.push(element('li', [...item.children]))
  }
  return top
}

/** Whether the list of `before` ends where `next` begins: it is further out, or another list on the same level. */
const parts = (before: Item, next: Item) =>
  before.level > next.level ||
  (before.level === next.level && (before.ordered !== next.ordered || before.list !== next.list))
