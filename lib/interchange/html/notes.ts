import { apart } from './names'
import { type Element, element, elementsIn, isElement, mapTree, type Tree, textOf } from './tree'

/**
 * Footnotes as a story has them: a mark whose note came along is `[1]`, and its note a paragraph that begins so; a mark
 * without its note says nothing, and goes. Links within a page lead nowhere here, their words stay.
 */
export function withNotes(trees: readonly Tree[]): Tree[] {
  const all = elementsIn(trees)
  const raised = new Set(all.flatMap((one) => (one.name === 'sup' ? elementsIn([one]) : [])))
  // Browsers write a page's own address before what was only #…; a mark set high is still one.
  const inPage = all.filter(
    (one) =>
      one.name === 'a' &&
      (one.attrs.href?.startsWith('#') ||
        (one.attrs.href?.includes('#') &&
          isMark(textOf(one).trim()) &&
          (raised.has(one) || one.children.some(isRaised)))),
  )
  if (!inPage.length) return [...trees]
  const at = new Map(all.map((one, index) => [one, index]))
  const named = new Map<string, Element>()
  for (const one of all)
    for (const name of [one.attrs.id, one.attrs.name]) if (name && !named.has(name)) named.set(name, one)
  const labels = new Map<Element, string>()
  const marks = new Map<Element, string>()
  for (const mark of inPage) {
    const text = textOf(mark).trim()
    const note = named.get(mark.attrs.href!.replace(/^[^#]*#/, ''))
    if (!note) {
      if (isMark(text)) marks.set(mark, '')
    } else if (at.get(note)! > at.get(mark)! && isMark(text)) {
      const label = `[${text.replace(/[[\]()]/g, '')}]`
      marks.set(mark, label)
      labels.set(note, `${label} `)
    } else if (at.get(note)! < at.get(mark)! && (isMark(text) || isBack(text))) marks.set(mark, '')
  }
  return changed(trees, marks, labels)
}

const isMark = (text: string) => /^[[(]?(?:\d{1,3}|[ivx]{1,5}|[a-z]|[*†‡§]{1,3})[\])]?$/i.test(text)
const isRaised = (tree: Tree) => isElement(tree) && tree.name === 'sup'
const isBack = (text: string) => /^(?:[↑↩⏎^\s]|\ufe0e)+$/u.test(text)

/** Marks as their labels, notes behind theirs; a list of notes is no list, as each begins with its own figure. */
function changed(trees: readonly Tree[], marks: Map<Element, string>, labels: Map<Element, string>): Tree[] {
  return trees.flatMap((tree) => {
    if (!isElement(tree)) return [tree]
    const mark = marks.get(tree)
    const label = labels.get(tree)
    // An anchor can be mark and note at once: the note's own, which leads back.
    if (mark !== undefined) return mark || label ? [`${label ?? ''}${mark}`] : []
    const children = changed(tree.children, marks, labels)
    if (label) return [{ ...tree, name: tree.name === 'li' ? 'div' : tree.name, children: behind(label, children) }]
    const notes = tree.children.filter(isElement)
    if (tree.name === 'ol' && notes.length && notes.every((one) => labels.has(one))) return children
    return [{ ...tree, children }]
  })
}

/** The label before the first words. */
function behind(label: string, trees: Tree[]): Tree[] {
  const first = trees.findIndex((tree) => /\S/u.test(textOf(tree)))
  const tree = trees[first]
  if (tree === undefined) return trees
  if (!isElement(tree)) return trees.toSpliced(first, 1, label + tree.trimStart())
  if (!apart.has(tree.name)) return trees.toSpliced(first, 0, label)
  return trees.toSpliced(first, 1, { ...tree, children: behind(label, tree.children) })
}

/** Figures set high or low as the signs that there are for them: m², H₂O. */
export const withScripts = (trees: readonly Tree[]) =>
  mapTree(trees, (one) => {
    const figures = { sup: high, sub: low }[one.name]
    const text = figures ? textOf(one).trim() : ''
    if (!figures || !/^[\d+−-]{1,8}$/.test(text)) return [one]
    return [element('span', [[...text].map((sign) => figures[sign.replace('−', '-')]).join('')])]
  })

const high: Record<string, string> = {}
const low: Record<string, string> = {}
for (const [index, sign] of [...'0123456789+-'].entries()) {
  high[sign] = [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻'][index]!
  low[sign] = [...'₀₁₂₃₄₅₆₇₈₉₊₋'][index]!
}
