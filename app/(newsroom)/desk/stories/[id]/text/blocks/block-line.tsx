'use client'

import { Selection } from '@tiptap/pm/state'
import type { ReactNodeViewProps } from '@tiptap/react'
import { useEffect, useState } from 'react'

import { longestLine } from '#lib/story/document/attributes'

import { useEditable } from '../use-editable'

type Props = Pick<ReactNodeViewProps, 'editor' | 'node' | 'updateAttributes' | 'getPos'> & {
  name: string
  label: string
  placeholder: string
  className: string
  /** What readers get where the block itself says nothing. */
  otherwise?: string
  /** Where Enter and Escape lead: into the block's text, at its start or its end, or into what stands after it. */
  leaveTo: 'start' | 'end' | 'after'
}

/** A line of a block beside its text, written where readers read it. */
export function BlockLine(props: Props) {
  const { editor, node, updateAttributes, getPos, name, leaveTo, otherwise = '', ...shown } = props
  const kept = String(node.attrs[name])
  const editable = useEditable(editor)
  // The block's own comes back a moment later than React waits before it takes a key back, and the caret would leap.
  const [typed, setTyped] = useState(kept)
  useEffect(() => setTyped(kept), [kept])
  if (!editable) return kept || otherwise ? <p className={shown.className}>{kept || otherwise}</p> : null
  const leave = () => {
    const at = getPos()
    if (at === undefined) return
    const { doc } = editor.state
    const to = { start: at + 1, end: at + node.nodeSize - 1, after: at + node.nodeSize }[leaveTo]
    editor.commands.focus(Selection.near(doc.resolve(to), leaveTo === 'end' ? -1 : 1).from)
  }
  return (
    <input
      aria-label={shown.label}
      placeholder={shown.placeholder}
      className={`block-line ${shown.className}`}
      // The server takes no longer one, and refuses the whole edit.
      maxLength={longestLine}
      value={typed}
      onChange={({ target }) => {
        setTyped(target.value)
        updateAttributes({ [name]: target.value })
      }}
      onKeyDown={(event) => {
        if ((event.key !== 'Escape' && event.key !== 'Enter') || event.nativeEvent.isComposing) return
        event.preventDefault()
        leave()
      }}
    />
  )
}
