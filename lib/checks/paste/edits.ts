import type { Block, Body, Paragraph, Text } from '#lib/story/document/nodes'
import { blockText } from '#lib/story/document/text'

import { blockOf, type Change, type Edit, type Finding, type TrayItem } from './finding'
import { type Textblock, textblocks, withTextblocks } from './textblocks'

/** The edits of the parts named, of all findings. */
export const editsOf = (findings: readonly Finding[], partIds: readonly string[]): Edit[] => {
  const wanted = new Set(partIds)
  return findings.flatMap(({ parts }) => parts.filter(({ id }) => wanted.has(id)).flatMap(({ edits }) => edits))
}

/** Parts of everything that may be applied together. */
export const certainParts = (findings: readonly Finding[]) =>
  findings.filter(({ certain }) => certain).flatMap(({ parts }) => parts.map(({ id }) => id))

/** Whether what the edit was made for still stands. */
const holds = (blocks: readonly Block[]) => {
  const tops = new Map(blocks.map((block) => [block.attrs.id, blockText(block)]))
  const texts = new Map(blocks.flatMap(textblocks).map(({ id, text }) => [id, text]))
  return (edit: Edit) => {
    if ('insert' in edit) return edit.insert.some(({ attrs }) => !tops.has(attrs.id))
    return ('text' in edit ? texts : tops).get(blockOf(edit)) === edit.was
  }
}

/** The edits that still hold against these blocks: one a block, and one a text that stays, with all its changes. */
export function settled(blocks: readonly Block[], edits: readonly Edit[]): Edit[] {
  const kept = new Map<string, Edit>()
  edits.filter(holds(blocks)).forEach((edit, index) => {
    const key = 'insert' in edit ? `insert ${index}` : `${'text' in edit ? 'text' : 'block'} ${blockOf(edit)}`
    const before = kept.get(key)
    if (!before) kept.set(key, edit)
    else if ('text' in before && 'text' in edit)
      kept.set(key, { ...before, changes: merged(before.changes, edit.changes) })
  })
  const gone = new Set(
    [...kept.values()].flatMap((edit) => ('remove' in edit || 'replace' in edit ? [blockOf(edit)] : [])),
  )
  const inGone = new Set(
    blocks.filter(({ attrs }) => gone.has(attrs.id)).flatMap((block) => textblocks(block).map(({ id }) => id)),
  )
  return [...kept.values()].filter((edit) => !('text' in edit && inGone.has(edit.text)))
}

/** Changes in order, the first of two that meet. */
const merged = (one: Change[], two: Change[]) => {
  const changes = [...one, ...two].sort((a, b) => a.from - b.from || a.to - b.to)
  return changes.filter((change, index) => !changes.slice(0, index).some(({ to }) => to > change.from))
}

/**
 * A body after the edits, all judged against the body as it is; what no longer holds does nothing, so applying twice
 * is applying once. A body never ends up without a block.
 */
export function applyEdits(body: Body, edits: readonly Edit[]): { body: Body; tray: TrayItem[] } {
  const todo = settled(body.content, edits)
  const texts = new Map(todo.flatMap((edit) => ('text' in edit ? [[edit.text, edit.changes] as const] : [])))
  const mend = <T extends Textblock>(node: T): T => {
    const changes = texts.get(node.attrs.id)
    return changes ? { ...node, content: changedText(node.content ?? [], changes) } : node
  }
  const tops = new Map(
    todo.flatMap((edit) => ('text' in edit || 'insert' in edit ? [] : [[blockOf(edit), edit] as const])),
  )
  const tray = trayOf(body.content, todo)
  let content = body.content.flatMap((block) => {
    const edit = tops.get(block.attrs.id)
    if (edit && 'remove' in edit) return []
    if (edit && 'replace' in edit) return edit.with
    const mended = texts.size > 0 ? withTextblocks(block, mend) : block
    return edit && 'heading' in edit && mended.type === 'paragraph' ? [asHeading(mended, edit.level)] : [mended]
  })
  const first = body.content[0]
  if (content.length === 0 && first) content = [{ type: 'paragraph', attrs: { id: first.attrs.id } }]
  for (const edit of todo) if ('insert' in edit) content = inserted(content, edit)
  return { body: { type: 'doc', content }, tray }
}

/** What the edits take out for the tray, with where it stood. */
export function trayOf(blocks: readonly Block[], edits: readonly Edit[]): TrayItem[] {
  const removed = new Map(edits.flatMap((edit) => ('remove' in edit ? [[edit.remove, edit.tray] as const] : [])))
  const after: string[] = []
  return blocks.flatMap((block) => {
    const { id } = block.attrs
    const item = removed.get(id) ? [{ block, after: [...after] }] : []
    if (!removed.has(id)) after.length = 0
    after.unshift(id)
    return item
  })
}

/** Puts items of the tray back where they stood, or at the end. */
export const restoreEdits = (items: readonly TrayItem[]): Edit[] =>
  items.map(({ block, after }) => ({ insert: [block], after }))

function inserted(content: Block[], { insert, after }: Extract<Edit, { insert: unknown }>) {
  const there = new Set(content.map(({ attrs }) => attrs.id))
  const anchor = after.find((id) => there.has(id))
  const at =
    anchor === undefined
      ? after.length === 0
        ? 0
        : content.length
      : content.findIndex(({ attrs }) => attrs.id === anchor) + 1
  return content.toSpliced(at, 0, ...insert.filter(({ attrs }) => !there.has(attrs.id)))
}

const asHeading = ({ attrs, content }: Paragraph, level: 2 | 3): Block => ({
  type: 'heading',
  attrs: { id: attrs.id, level },
  content,
})

/** Marked text after the changes; what is put in has the marks of what it stands for. */
export function changedText(content: Text[], changes: readonly Change[]): Text[] {
  let at = 0
  return content.flatMap((node) => {
    const [start, end] = [at, at + node.text.length]
    at = end
    let text = ''
    let from = start
    for (const change of changes) {
      if (change.to <= start || change.from >= end) continue
      text +=
        node.text.slice(from - start, Math.max(change.from, start) - start) +
        (change.from >= start ? change.insert : '')
      from = Math.min(change.to, end)
    }
    text += node.text.slice(from - start)
    return text ? [{ ...node, text }] : []
  })
}
