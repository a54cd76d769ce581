'use client'

import { NodeSelection, Selection } from '@tiptap/pm/state'
import type { Editor } from '@tiptap/react'
import { useMemo } from 'react'

import type { Block } from '#lib/story/document/nodes'
import { blockText, countBodyWords } from '#lib/story/document/text'
import { Kbd } from '#lib/ui/kbd'

import { lengthTold } from './fields/length'

/** Words a minute that adults read of news in English (Brysbaert, 2019: 238). */
const pace = 238

type Props = {
  blocks: Block[]
  editor: Editor | null
  commissioned: number | null
  onKeys: () => void
  onFocus: () => void
}

/** The story's sub-heads to walk by, and its measures. */
export function Outline({ blocks, editor, commissioned, onKeys, onFocus }: Props) {
  const words = useMemo(() => countBodyWords({ content: blocks }), [blocks])
  const length = lengthTold(words, commissioned)
  const headings = blocks.filter((block) => block.type === 'heading')
  return (
    <aside
      aria-label="In this story"
      className="flex flex-col overflow-hidden py-5 ps-4 pe-2 text-label text-quiet max-wide:hidden"
    >
      <h2 className="mb-1.5 font-semibold text-muted">In this story</h2>
      <ul className="min-h-0 overflow-y-auto">
        <li>
          <Go onGo={() => editor?.commands.focus('start')}>Top</Go>
        </li>
        {headings.map((block) => (
          <li key={block.attrs.id}>
            <Go onGo={() => goTo(editor, block.attrs.id)}>{blockText(block) || 'Empty sub-head'}</Go>
          </li>
        ))}
      </ul>
      <dl className="mt-auto grid grid-cols-[1fr_auto] gap-x-2 gap-y-0.5 pt-4">
        <dt>Words</dt>
        <dd className="text-text">{length.words}</dd>
        {length.rest && (
          <>
            <dt>Length</dt>
            <dd className={length.over ? 'font-medium text-changes' : 'text-text'}>{length.rest}</dd>
          </>
        )}
        <dt>Reading</dt>
        <dd className="text-text">{words && Math.max(1, Math.round(words / pace))} min</dd>
      </dl>
      <button
        type="button"
        onClick={onFocus}
        aria-keyshortcuts="Control+Shift+F"
        className="mt-2 w-full py-1 text-start hover:text-text"
      >
        Focus mode
      </button>
      <button
        type="button"
        onClick={onKeys}
        aria-keyshortcuts="? Control+/"
        className="flex w-full justify-between py-1 text-start hover:text-text"
      >
        Keys <Kbd>?</Kbd>
      </button>
    </aside>
  )
}

function Go({ onGo, children }: { onGo: () => void; children: string }) {
  return (
    <button
      type="button"
      onClick={onGo}
      className="w-full border-s-2 border-transparent py-1 ps-2 text-start hover:border-line-strong hover:text-text"
    >
      {children}
    </button>
  )
}

/** Puts the caret at a block's start, or chooses a picture of a gallery, and has it in view. @returns whether it is there */
export function goTo(editor: Editor | null, id: string): boolean {
  let found = -1
  editor?.state.doc.descendants((node, at) => {
    if (node.attrs.id === id) found = at
    return found < 0 && !node.isTextblock
  })
  if (!editor || found < 0) return false
  const { doc, tr } = editor.state
  const block = doc.nodeAt(found)
  const selection = block?.isAtom ? NodeSelection.create(doc, found) : Selection.near(doc.resolve(found + 1))
  editor.view.dispatch(tr.setSelection(selection).scrollIntoView())
  editor.view.focus()
  const dom = editor.view.nodeDOM(found)
  if (dom instanceof HTMLElement) dom.scrollIntoView({ block: 'center' })
  return true
}
