'use client'

import type { Editor } from '@tiptap/react'
import { useEditorState } from '@tiptap/react'
import { useRef } from 'react'

import { wholeHref } from '#lib/story/links'
import { Button, buttonClass } from '#lib/ui/button'

import { usePlaced } from '../use-placed'
import { removeLink } from './links'

/** Where a link leads, under it while the caret stands in it; its keys are the dialog's, which Ctrl K opens. */
export function LinkCard({ editor, onEdit }: { editor: Editor; onEdit: () => void }) {
  const ref = useRef<HTMLFieldSetElement>(null)
  const { href, at, shown } = useEditorState({ editor, selector: ({ editor }) => linkAtCaret(editor) })
  usePlaced(ref, editor, shown, (card) => {
    const sheet = card.offsetParent
    if (!sheet) return
    const [caret, frame] = [editor.view.coordsAtPos(at), sheet.getBoundingClientRect()]
    card.style.insetBlockStart = `${caret.bottom - frame.top + sheet.scrollTop + 6}px`
    card.style.left = `${Math.max(8, Math.min(caret.left - frame.left, frame.width - card.offsetWidth - 8))}px`
  })
  return (
    <fieldset
      ref={ref}
      hidden={!shown}
      aria-label="Link at the caret"
      onMouseDown={(event) => event.preventDefault()}
      className="absolute z-2 flex max-w-[min(420px,calc(100%-16px))] min-w-0 items-center gap-1 rounded-[8px] bg-raised p-1 ps-2.5 font-desk text-base shadow-float"
    >
      <span className="min-w-0 truncate text-muted">{href}</span>
      <a
        href={wholeHref(href, typeof window === 'undefined' ? '' : window.location.origin)}
        target="_blank"
        rel="noopener noreferrer"
        className={buttonClass('ghost', true)}
      >
        Open
      </a>
      <Button small tone="ghost" onClick={onEdit}>
        Change
      </Button>
      <Button small tone="ghost" onClick={() => removeLink(editor)}>
        Remove
      </Button>
    </fieldset>
  )
}

function linkAtCaret(editor: Editor) {
  const { selection, schema } = editor.state
  const { $from } = selection
  const link = schema.marks.link
  const inside = selection.empty && link?.isInSet($from.marks()) && link.isInSet($from.nodeAfter?.marks ?? [])
  const href = inside ? String(inside.attrs.href) : ''
  const shown = href !== '' && editor.isEditable && editor.isFocused
  return { href, at: shown ? selection.from : 0, shown }
}
