import { Fragment, type Node, type Schema } from '@tiptap/pm/model'
import { type Command, Selection } from '@tiptap/pm/state'

import { newId } from '#lib/id'

export type Turned =
  | 'paragraph'
  | 'heading2'
  | 'heading3'
  | 'bulletList'
  | 'orderedList'
  | 'quote'
  | 'pullQuote'
  | 'factBox'
  | 'correction'

export const turnedNames: Record<Turned, string> = {
  paragraph: 'Paragraph',
  heading2: 'Sub-head',
  heading3: 'Smaller sub-head',
  bulletList: 'List',
  orderedList: 'Numbered list',
  quote: 'Quote with speaker',
  pullQuote: 'Pull quote',
  factBox: 'Fact box',
  correction: 'Correction note',
}

/** What a block is, of what blocks can be turned into; undefined for one without text of that sort. */
export function kindOf(node: Node): Turned | undefined {
  const name = node.type.name === 'heading' ? `heading${node.attrs.level}` : node.type.name
  return Object.hasOwn(turnedNames, name) ? (name as Turned) : undefined
}

/** What a block of a kind can become in a text. */
export const turnsOf = (kind: Turned, { nodes }: Schema): Turned[] =>
  (Object.keys(turnedNames) as Turned[]).filter((one) => one !== kind && one.replace(/\d$/, '') in nodes)

/** Makes the block at a position into another with the same words; what it says beside its text becomes text. */
export const turnInto =
  (at: number, kind: Turned): Command =>
  (state, dispatch) => {
    const block = state.doc.nodeAt(at)
    if (!block || !kindOf(block) || kindOf(block) === kind) return false
    const made = make(state.schema, kind, block)
    const tr = state.tr.replaceWith(at, at + block.nodeSize, made)
    dispatch?.(tr.setSelection(Selection.near(tr.doc.resolve(at + 1))).scrollIntoView())
    return true
  }

function make(schema: Schema, kind: Turned, block: Node): Node[] {
  const lines = linesOf(schema, block, kind)
  // The first keeps the block's id: it is the same block to whoever compares or comments.
  const ids = [String(block.attrs.id), ...lines.map(() => newId())]
  const node = (name: string, content: Fragment | Node[], attrs: object = {}) =>
    schema.node(name, { id: newId(), ...attrs }, content)
  const paragraphs = () => lines.map((line) => node('paragraph', line))
  const own = { id: ids[0] }
  const speaker = /uote$/.test(block.type.name) ? { speaker: block.attrs.speaker } : {}
  switch (kind) {
    case 'paragraph':
      return lines.map((line, i) => node('paragraph', line, { id: ids[i] }))
    case 'heading2':
    case 'heading3':
      return lines.map((line, i) => node('heading', line, { id: ids[i], level: kind === 'heading2' ? 2 : 3 }))
    case 'bulletList':
    case 'orderedList':
      return [
        node(
          kind,
          lines.map((line) => node('listItem', [node('paragraph', line)])),
          own,
        ),
      ]
    case 'quote':
      return [node('quote', paragraphs(), { ...own, ...speaker })]
    case 'factBox':
      return [node('factBox', paragraphs(), own)]
    case 'pullQuote':
      return [node('pullQuote', oneLine(schema, lines), { ...own, ...speaker })]
    case 'correction':
      return [node('correction', oneLine(schema, lines), { ...own, at: new Date().toISOString() })]
  }
}

/** Its texts, one for each paragraph, and beside them what its attributes say and the other kind has no place for. */
function linesOf(schema: Schema, block: Node, kind: Turned): Fragment[] {
  const lines: Fragment[] = []
  const take = (node: Node) => {
    if (node.isTextblock) lines.push(node.content)
    else node.forEach(take)
  }
  take(block)
  const { title, speaker, role } = block.attrs as Partial<Record<string, string>>
  const keepsSpeaker = kind === 'quote' || kind === 'pullQuote'
  const told = keepsSpeaker ? '' : [speaker, role].filter(Boolean).join(', ')
  if (title) lines.unshift(Fragment.from(schema.text(title)))
  if (told) lines.push(Fragment.from(schema.text(told)))
  return lines.length ? lines : [Fragment.empty]
}

const oneLine = (schema: Schema, lines: Fragment[]) =>
  lines
    .filter(({ size }) => size > 0)
    .reduce((all, line) => (all.size ? all.append(Fragment.from(schema.text(' '))) : all).append(line), Fragment.empty)
