import { cleanLink } from '#lib/checks/paste/links'
import { newId } from '#lib/id'
import { longestLine } from '#lib/story/document/attributes'
import { cleanText } from '#lib/story/document/clean'
import type { Block, List, ListItem, Quote, Table, TableCell, TableRow } from '#lib/story/document/nodes'

import { attributed, dashedName, type Said } from './attribution'
import { asHeading, deepestList, inItem, lineOf, paragraphsIn, withoutBold } from './fit'
import { type Flow, makeFlow } from './flow'
import type { Look } from './line'
import { isHidden, lookIn, plainLook } from './look'
import { apart, lists } from './names'
import { withNotes, withScripts } from './notes'
import { isBesideWords, picturesIn, wordsOfPicture } from './pictures'
import { cellsOf } from './tables'
import { type Element, element, elementsIn, hasClass, isBlank, isElement, styleOf, type Tree, textOf } from './tree'
import { fromWord } from './word'

/**
 * Blocks of ours; how many pictures they stood beside, which come from no clipboard; and how many tracking codes their
 * links have lost.
 */
export type Made = { blocks: Block[]; pictures: number; shed: number }

/** How deep, whose ids, what was left out; `lift`: levels that headings sink, so that none is the story's own. */
type Setting = { idOf: () => string; left: { pictures: number }; lift: number; lists: number }

/**
 * Foreign HTML reduced to what a story is made of. Whatever runs, loads or only looks is dropped; words never are, but
 * those that were hidden, deleted, controls of a page, or a picture's.
 */
export function blocksOf(trees: readonly Tree[], idOf: () => string = newId): Made {
  const read = withScripts(withNotes(fromWord(trees)))
  const left = { pictures: 0 }
  // A page has its title once; a document whose sub-heads are all of the first level has them one further up than we.
  const lift = elementsIn(read).filter((one) => levelOf(one) === 1).length > 1 ? 1 : 0
  const blocks = within(read, plainLook, { idOf, left, lift, lists: 0 })
  const links = elementsIn(read).flatMap(({ name, attrs }) => (name === 'a' && attrs.href ? [attrs.href] : []))
  const shed = links.reduce((sum, href) => sum + (cleanLink(href)?.shed ?? 0), 0)
  return { blocks: trimmed(blocks), pictures: left.pictures, shed }
}

/** What stands in a place by itself. */
function within(trees: readonly Tree[], look: Look, setting: Setting): Block[] {
  const flow = makeFlow(setting.idOf)
  walk(trees, look, flow, setting)
  return flow.done()
}

function walk(trees: readonly Tree[], look: Look, flow: Flow, setting: Setting) {
  for (const tree of gathered(trees)) {
    if (isElement(tree)) enter(tree, look, flow, setting)
    else if (!look.pre) flow.text(tree, look)
    else
      tree.split(/\r\n?|\n/).forEach((line, index) => {
        if (index) flow.end()
        flow.text(line, look)
      })
  }
}

function enter(one: Element, look: Look, flow: Flow, setting: Setting) {
  const { name, children } = one
  const words = wordsOfPicture(one)
  if (words !== undefined) return flow.text(words, look)
  if (isBesideWords(one)) {
    setting.left.pictures += picturesIn(one)
    return
  }
  if (isHidden(one)) return
  if (name === 'br') return flow.end()
  if (name === 'hr') return flow.add({ type: 'divider', attrs: { id: setting.idOf() } })
  const level = levelOf(one)
  if (level) {
    const sunk = Math.min(Math.max(level + setting.lift, 2), 3) as 2 | 3
    return flow.add(...asHeading(within(children, look, setting), sunk, setting.idOf()))
  }
  if (lists.has(name)) return flow.add(...listOf(one, look, setting))
  const said = saidIn(one)
  if (said) return flow.add(...quoteOf(said, look, setting))
  const cells = name === 'table' && cellsOf(one)
  if (cells) return flow.add(tableOf(one, cells, look, setting))
  if (apart.has(name) || name === 'table' || name === 'blockquote') {
    flow.end()
    walk(children, lookIn(one, look), flow, setting)
    return flow.end()
  }
  walk(children, lookIn(one, look), flow, setting)
}

/** Items without a list are one: a selection may begin inside of it. */
function gathered(trees: readonly Tree[]): Tree[] {
  const isItem = (tree: Tree | undefined) => isElement(tree) && tree.name === 'li'
  if (!trees.some(isItem)) return [...trees]
  const out: Tree[] = []
  for (const tree of trees) {
    const last = out.at(-1)
    const open = isElement(last) && last.name === 'ul' && last.attrs.gathered !== undefined ? last : undefined
    if (isItem(tree)) {
      if (open) open.children.push(tree)
      else out.push(element('ul', [tree], { gathered: '' }))
    } else if (!open || !isBlank(tree)) out.push(tree)
  }
  return out
}

function levelOf(one: Element): number | undefined {
  const named = /^h([1-6])$/.exec(one.name)?.[1]
  if (named) return Number(named)
  return one.attrs.role === 'heading'
    ? Math.min(Math.max(Number.parseInt(one.attrs['aria-level'] ?? '2', 10) || 2, 1), 6)
    : undefined
}

function listOf(one: Element, look: Look, setting: Setting): Block[] {
  const deeper = { ...setting, lists: setting.lists + 1 }
  const items: ListItem[] = []
  for (const child of one.children) {
    if (isBlank(child) && !(isElement(child) && picturesIn(child))) continue
    const own = isElement(child) && child.name === 'li' ? child : undefined
    const inner = own ? { children: own.children, look: lookIn(own, look) } : { children: [child], look }
    const content = inItem(within(inner.children, inner.look, deeper))
    const last = items.at(-1)
    // A list that stands in a list, or alone in an item, belongs to the item before it (Google Docs and others).
    if (last && content.length && content.every(({ type }) => type !== 'paragraph'))
      last.content = [...(last.content ?? []), ...content]
    else if (content.length) items.push({ type: 'listItem', attrs: { id: setting.idOf() }, content })
  }
  if (!items.length) return []
  const content = setting.lists < deepestList ? items : items.flatMap(besideEachOther)
  if (one.name !== 'ol') return [{ type: 'bulletList', attrs: { id: setting.idOf() }, content }]
  const first = one.children.find((child) => isElement(child) && child.name === 'li') as Element | undefined
  const start = Number.parseInt(one.attrs.start ?? first?.attrs.value ?? '1', 10)
  return [{ type: 'orderedList', attrs: { id: setting.idOf(), start: Math.abs(start) <= 1e6 ? start : 1 }, content }]
}

/** An item and, behind it, those of the lists in it. */
const besideEachOther = (item: ListItem): ListItem[] => [
  { ...item, content: (item.content ?? []).filter(({ type }) => type === 'paragraph') },
  ...(item.content ?? []).flatMap((node) => (node.type === 'paragraph' ? [] : ((node as List).content ?? []))),
]

/** A quote and whose it is; not what mail programs indent, or quote as a whole. */
function saidIn(one: Element): Said | undefined {
  if (one.name === 'figure') {
    const quote = one.children.find((child) => isElement(child) && child.name === 'blockquote') as Element | undefined
    const caption = one.children.find((child) => isElement(child) && child.name === 'figcaption') as Element | undefined
    return quote && attributed(quote, caption)
  }
  if (one.name !== 'blockquote' || one.attrs.type === 'cite' || hasClass(one, /^gmail_quote/)) return undefined
  return styleOf(one).border?.startsWith('none') ? undefined : attributed(one)
}

/** A quote holds paragraphs; what holds more than words was no quote, but set apart. */
function quoteOf({ words, speaker, role }: Said, look: Look, setting: Setting): Block[] {
  const blocks = within(words, look, setting)
  const content = paragraphsIn(blocks)
  if (!content.length || blocks.some(({ type }) => type === 'heading')) return blocks
  const dashed = speaker ? undefined : dashedName(content)
  const attrs = { id: setting.idOf(), speaker, role, via: '', saidAt: '', source: '', ...dashed }
  return [{ type: 'quote', attrs, content: dashed ? content.slice(0, -1) : content } satisfies Quote]
}

/** Cells hold a line each; the head's weight is its own. */
function tableOf(one: Element, cells: NonNullable<ReturnType<typeof cellsOf>>, look: Look, setting: Setting): Table {
  const { idOf } = setting
  const [first = [], ...others] = cells
  const headRow =
    first.some((cell) => cell?.header) || !first.some((cell) => cell && /^\s*[\d−-]/u.test(textOf(cell.element)))
  const headColumn = others.length > 0 && others.every(([cell]) => cell?.header)
  const caption = one.children.find((child) => isElement(child) && child.name === 'caption')
  const content = cells.map((row, y): TableRow => {
    const inRow = row.map((cell, x): TableCell => {
      const line = cell ? lineOf(paragraphsIn(within(cell.element.children, look, setting))) : []
      const words = (headRow && y === 0) || (headColumn && x === 0) ? withoutBold(line) : line
      return { type: 'tableCell', attrs: { id: idOf() }, ...(words.length ? { content: words } : {}) }
    })
    return { type: 'tableRow', attrs: { id: idOf() }, content: inRow }
  })
  const said = caption ? textOf(caption).replace(/\s+/g, ' ').trim().slice(0, longestLine) : ''
  return { type: 'table', attrs: { id: idOf(), caption: cleanText(said), headRow, headColumn }, content }
}

/** Without lines at its ends or one after the other: a page draws them round its words. */
function trimmed(blocks: readonly Block[]): Block[] {
  const first = blocks.findIndex(({ type }) => type !== 'divider')
  const last = blocks.findLastIndex(({ type }) => type !== 'divider')
  const kept = blocks.slice(Math.max(first, 0), last + 1)
  return kept.filter(({ type }, index) => type !== 'divider' || kept[index - 1]?.type !== 'divider')
}
