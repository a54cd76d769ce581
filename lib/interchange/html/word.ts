import { type Item, nested } from './items'
import { type Element, element, elementsIn, hasClass, isBlank, isElement, styleOf, type Tree, textOf } from './tree'

/**
 * Word's paragraphs as what they are: those of a list as lists, by their levels; quotes and titles by the names of their
 * styles. The signs that it writes for programs without lists go. Word in a browser has a list for each item.
 */
export function fromWord(trees: readonly Tree[]): Tree[] {
  const out: Tree[] = []
  let items: Item[] = []
  let quoted: Tree[] = []
  const settle = () => {
    if (items.length) out.push(...nested(items))
    if (quoted.length) out.push(element('blockquote', quoted))
    items = []
    quoted = []
  }
  for (const tree of trees) {
    if (!isElement(tree)) {
      // White space between two items parts no list.
      if (!isBlank(tree)) settle()
      if (!items.length && !quoted.length) out.push(tree)
      continue
    }
    const found = itemsOf(tree)
    const quote = !found && isQuote(tree)
    if (found ? quoted.length : quote ? items.length : true) settle()
    if (found) items.push(...found)
    else if (quote) quoted.push(element('p', fromWord(tree.children)))
    else if (!isSign(tree)) out.push(renamed({ ...tree, children: fromWord(tree.children) }))
  }
  settle()
  return out
}

const isSign = (one: Element) => (one.attrs.style ?? '').includes('mso-list') && styleOf(one)['mso-list'] === 'ignore'

/** `mso-list:l0 level2 lfo1`, and the sign in front of the words. */
const membership = /^(l\d+) level(\d+)(?: (lfo\d+))?/

function itemsOf(one: Element): Item[] | undefined {
  if (one.name === 'div' && hasClass(one, /^ListContainerWrapper$/)) {
    const lists = one.children.filter((child) => !isBlank(child))
    const found = lists.map((child) => (isElement(child) ? onlineItems(child) : undefined))
    return found.every((items) => items !== undefined) ? found.flat() : undefined
  }
  if (one.name === 'ul' || one.name === 'ol') return onlineItems(one)
  if (one.name !== 'p' && one.name !== 'div') return undefined
  if (!one.attrs.style?.includes('mso-list')) return undefined
  const [, list, level, override] = membership.exec(styleOf(one)['mso-list'] ?? '') ?? []
  if (!level) return undefined
  const signs = elementsIn(one.children).filter(isSign)
  const sign = signs
    .map(textOf)
    .join('')
    .replace(/[\s\u00a0]+/g, '')
  return [
    {
      list: `${list} ${override}`,
      level: Number(level),
      ordered: /^\(?(?:\d+(?:\.\d+)*|[a-z]{1,2}|[ivxlcdm]+)[.):]$|^\d+$/i.test(sign),
      start: Number.parseInt(sign.replace(/^\(/, ''), 10) || 1,
      children: fromWord(one.children),
    },
  ]
}

function onlineItems({ name, attrs, children }: Element): Item[] | undefined {
  const items = children.filter((child) => !isBlank(child))
  if (!items.length || !items.every((child) => isElement(child) && 'data-aria-level' in child.attrs)) return undefined
  return (items as Element[]).map((item) => ({
    list: item.attrs['data-listid'] ?? '',
    level: Number.parseInt(item.attrs['data-aria-level'] ?? '', 10) || 1,
    ordered: name === 'ol',
    start: Number.parseInt(attrs.start ?? '', 10) || 1,
    children: fromWord(item.children),
  }))
}

/** Word names a style in the writer's language, but these classes in English. */
const isQuote = (one: Element) => one.name === 'p' && hasClass(one, /^Mso(?:Intense)?Quote/)

function renamed(one: Element): Element {
  // The line between text and notes is Word's, too.
  if (/mso-element:\s*(?:foot|end)note-list/i.test(one.attrs.style ?? ''))
    return { ...one, children: one.children.filter((child) => !isElement(child) || child.name !== 'hr') }
  if (one.name === 'p' && hasClass(one, /^MsoTitle/)) return { ...one, name: 'h1' }
  if (one.name !== 'p' || !one.attrs.style?.includes('mso-outline-level')) return one
  const level = Number(styleOf(one)['mso-outline-level'])
  return level && level <= 6 ? { ...one, name: `h${level}` } : one
}
