import * as Y from 'yjs'
import type { StoryText } from './changes'
import { longestRun } from './longest-run'
import type { Line } from './parts'
import { writeText } from './write-text'
import { bodyOf, canonical, type RawNode, rawNodes, readLine } from './ydoc'

/**
 * Makes a Y.Doc say what `wanted` says and touches only what differs, by block id: what others write meanwhile stays,
 * and so do their carets. One transaction; undo, comments and forks see a few words, never a new document.
 */
export function writeDocument(ydoc: Y.Doc, wanted: StoryText, origin?: unknown): void {
  ydoc.transact(() => {
    writeLine(ydoc, 'headline', wanted.headline)
    writeLine(ydoc, 'standfirst', wanted.standfirst)
    writeChildren(bodyOf(ydoc), wanted.body.content)
  }, origin)
}

function writeLine(ydoc: Y.Doc, name: Line, text: string) {
  if (readLine(ydoc, name) === text) return
  const content = text ? { content: [{ type: 'text', text }] } : {}
  writeChildren(ydoc.getXmlFragment(name), [{ type: 'paragraph', ...content }])
}

/** Children are paired by their ids; those without one by their places. */
function writeChildren(parent: Y.XmlFragment, wanted: readonly RawNode[]) {
  const found = new Map<string, Y.XmlElement>()
  const keys = wanted.map(keyOf)
  const order = new Map(keys.map((key, index) => [key, index]))
  const fits = (node: Y.XmlElement, index: number) => wanted[index]?.type === node.nodeName
  const there = parent.toArray().map((child, index) => {
    const key = child instanceof Y.XmlElement ? keyOf({ attrs: child.getAttributes() } as RawNode, index) : ''
    const at = order.get(key)
    const keeps = child instanceof Y.XmlElement && at !== undefined && fits(child, at) && !found.has(key)
    if (keeps) found.set(key, child)
    return keeps ? { child, at } : undefined
  })
  const stays = new Set(longestRun(there.map((one) => one?.at)))
  for (let index = there.length - 1; index >= 0; index -= 1) if (!stays.has(index)) parent.delete(index, 1)
  const staying = new Map([...stays].map((index) => [there[index]!.at, there[index]!.child]))
  for (const [index, node] of wanted.entries()) {
    const child = staying.get(index)
    if (child) writeNode(child, node)
    else parent.insert(index, [elementOf(node)])
  }
}

const keyOf = ({ attrs }: RawNode, index: number) => (attrs as { id?: string } | undefined)?.id ?? `#${index}`

function writeNode(element: Y.XmlElement, wanted: RawNode) {
  const [now] = rawNodes(element)
  if (now && JSON.stringify(canonicalOf(now)) === JSON.stringify(canonicalOf(wanted))) return
  const attrs = (wanted.attrs ?? {}) as Record<string, string>
  const before = element.getAttributes() as Record<string, unknown>
  for (const [name, value] of Object.entries(attrs))
    if (value !== null && before[name] !== value) element.setAttribute(name, value)
  for (const name of Object.keys(before)) if (attrs[name] === undefined) element.removeAttribute(name)
  const content = wanted.content ?? []
  if (isText(content) || element.toArray().some((child) => child instanceof Y.XmlText)) writeText(element, content)
  else writeChildren(element, content)
}

/** A line's paragraph has no id, which the body's schema wants of its own. */
const canonicalOf = (node: RawNode) => (node.attrs ? canonical(node) : node)

const isText = (content: readonly RawNode[]) => content[0]?.type === 'text'

/** A node as it goes into a Y.Doc. */
function elementOf({ type, attrs = {}, content = [] }: RawNode): Y.XmlElement {
  const element = new Y.XmlElement(type)
  for (const [name, value] of Object.entries(attrs)) if (value !== null) element.setAttribute(name, value)
  if (isText(content)) writeText(element, content)
  else element.insert(0, content.map(elementOf))
  return element
}
