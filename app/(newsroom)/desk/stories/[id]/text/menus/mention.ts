import type { EditorState } from '@tiptap/pm/state'
import type { Editor } from '@tiptap/react'

import type { Typed } from './typed-menu'

/** What leads to an @ that may be meant: not the one in an e-mail address. */
const before = /(?:^|[\s([{«»“”„‘’"'\p{Pd}/\ufffc])@((?:[\p{L}\p{N}'’.-]+ ?){0,3})$/u

export function readMention({ selection: { $from }, schema }: EditorState): Typed | null {
  const { parent, parentOffset } = $from
  const { link } = schema.marks
  if (!parent.isTextblock || !link || !parent.type.allowsMarkType(link)) return null
  // A name is no longer than this, and a long paragraph is not looked through at each key.
  const text = parent.textBetween(Math.max(0, parentOffset - 60), parentOffset, '', '\ufffc')
  const query = before.exec(text)?.[1]
  if (query === undefined) return null
  const from = $from.pos - query.length - 1
  return { query: query.trim().toLowerCase(), from, to: $from.pos, at: `${$from.node(1).attrs.id} ${from}` }
}

/** Names that one does not type on: the link ends where the name does. */
export function putMention(
  { view, state }: Editor,
  { name, href }: { name: string; href: string },
  { from, to }: Typed,
) {
  const { schema, doc } = state
  const mark = schema.mark('link', { href })
  const marks = mark.addToSet(doc.resolve(from).marks())
  view.dispatch(state.tr.replaceWith(from, to, schema.text(name, marks)).removeStoredMark(mark).scrollIntoView())
}
