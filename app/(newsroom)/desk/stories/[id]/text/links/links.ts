import { Extension } from '@tiptap/core'
import { isChangeOrigin } from '@tiptap/extension-collaboration'
import { Fragment, type Mark, type Node, Slice } from '@tiptap/pm/model'
import { type EditorState, Plugin, type Transaction } from '@tiptap/pm/state'
import type { Editor } from '@tiptap/react'

import { cleanLink } from '#lib/checks/paste/links'
import { judgeLink, keptHref, wholeHref } from '#lib/story/links'

/** The address of the link that holds the caret or all that is selected. */
export const hrefAt = (editor: Editor): string | undefined =>
  editor.isActive('link') ? String(editor.getAttributes('link').href) : undefined

/** Links what is selected, changes the link at the caret, or else puts the words there as a link. */
export function putLink(editor: Editor, href: string, words: string) {
  const { selection, schema } = editor.state
  if (hrefAt(editor) !== undefined || !selection.empty) {
    editor.chain().extendMarkRange('link').setMark('link', { href }).run()
    return
  }
  const mark = schema.mark('link', { href })
  const text = schema.text(words, mark.addToSet(selection.$from.marks()))
  editor.view.dispatch(editor.state.tr.replaceSelectionWith(text, false).removeStoredMark(mark).scrollIntoView())
}

/** Without what would follow readers about. */
export const unfollowed = (href: string, origin: string) =>
  keptHref(cleanLink(wholeHref(href, origin))?.href ?? href, origin)

export const removeLink = (editor: Editor) => editor.chain().extendMarkRange('link').unsetMark('link').run()

/**
 * Links as they come and go: an address pasted over words links them, one of the paper's own is kept as a path and
 * leaves whole again with what is copied, and Ctrl with a click opens one.
 * @property origin the paper's, like https://paper.example
 */
export const Links = Extension.create<{ origin: string }>({
  name: 'links',
  // Before what puts a pasted text in the place of the words, and after what cleans it.
  priority: 110,
  addOptions: () => ({ origin: '' }),
  addProseMirrorPlugins() {
    const { origin } = this.options
    // Ctrl Shift V puts the address in, as it is.
    let shift = false
    const keep = (event: KeyboardEvent) => {
      shift = event.shiftKey
    }
    return [
      new Plugin({
        appendTransaction: (transactions, _before, state) =>
          transactions.some((tr) => tr.docChanged && !isChangeOrigin(tr))
            ? ownAsPaths(transactions, state, origin)
            : null,
        props: {
          transformCopied: (slice) => mapHrefs(slice, (href) => wholeHref(href, origin)),
          handleDOMEvents: {
            keydown: (_view, event) => keep(event),
            keyup: (_view, event) => keep(event),
          },
          handlePaste({ state, dispatch }, event, slice) {
            const { from, to, empty, $from, $to } = state.selection
            const text = event.clipboardData?.getData('text/plain').trim() ?? ''
            const inOne = $from.sameParent($to) && $from.parent.isTextblock
            // Whatever the clipboard holds besides, it has no other words than the address.
            if (empty || shift || !inOne || slice.content.textBetween(0, slice.content.size).trim() !== text)
              return false
            const href = /^(https?:|mailto:|www\.)/i.test(text) ? judgeLink(text, origin)?.href : undefined
            if (!href) return false
            const mark = state.schema.mark('link', { href: unfollowed(href, origin) })
            dispatch(state.tr.addMark(from, to, mark).removeStoredMark(mark).setMeta('paste', true))
            return true
          },
          handleClick(_view, _at, event) {
            if (!event.ctrlKey && !event.metaKey) return false
            const link = event.target instanceof Element ? event.target.closest('a') : null
            if (!link) return false
            window.open(wholeHref(link.getAttribute('href') ?? '', origin), '_blank', 'noopener,noreferrer')
            return true
          },
        },
      }),
    ]
  },
})

/** One's own links to the paper's pages that are whole, made paths; a colleague's are theirs to mend. */
function ownAsPaths(transactions: readonly Transaction[], state: EditorState, origin: string): Transaction | null {
  const { tr, doc } = state
  for (const [from, to] of changed(transactions, doc.content.size))
    doc.nodesBetween(from, to, (node, at) => {
      const mark = linkOf(node)
      const href = mark && keptHref(mark.attrs.href, origin)
      if (mark && href !== mark.attrs.href)
        tr.addMark(at, at + node.nodeSize, mark.type.create({ ...mark.attrs, href }))
    })
  return tr.docChanged ? tr : null
}

/** What the transactions touched, in the places of their last document. */
function changed(transactions: readonly Transaction[], size: number): [number, number][] {
  const ranges: [number, number][] = []
  for (const [at, { mapping }] of transactions.entries())
    for (const [step, map] of mapping.maps.entries())
      map.forEach((_from, _to, from, to) => {
        const rest = [mapping.slice(step + 1), ...transactions.slice(at + 1).map((tr) => tr.mapping)]
        const [start, end] = [rest.reduce((p, m) => m.map(p, -1), from), rest.reduce((p, m) => m.map(p, 1), to)]
        ranges.push([Math.max(0, start), Math.min(size, end)])
      })
  // A mark that is set moves nothing, so no map tells of it.
  for (const { steps } of transactions)
    for (const step of steps) {
      const { from, to } = step as unknown as { from?: number; to?: number }
      if (from !== undefined && to !== undefined) ranges.push([Math.min(from, size), Math.min(to, size)])
    }
  return ranges
}

const linkOf = (node: Node): Mark | undefined => node.marks.find(({ type }) => type.name === 'link')

function mapHrefs({ content, openStart, openEnd }: Slice, map: (href: string) => string): Slice {
  const mapNode = (node: Node): Node => {
    const mark = linkOf(node)
    if (mark) return node.mark(mark.type.create({ ...mark.attrs, href: map(mark.attrs.href) }).addToSet(node.marks))
    return node.isText ? node : node.copy(mapFragment(node.content))
  }
  const mapFragment = (fragment: Fragment) => Fragment.from(fragment.content.map(mapNode))
  return new Slice(mapFragment(content), openStart, openEnd)
}
