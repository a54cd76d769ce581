'use client'

import { NodeViewContent, NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react'
import { type ChangeEvent, useEffect, useId, useState } from 'react'

import { longestLine } from '#lib/story/document/attributes'
import type { Quote } from '#lib/story/document/nodes'
import { judgeLink } from '#lib/story/links'
import { Button } from '#lib/ui/button'
import { TextField } from '#lib/ui/field'

import { attributionAfterName } from './attribution'

type Attrs = Quote['attrs']

/** A quote, and whose it is; what is known of the speaker stands under the words as readers will read it. */
export function QuoteView({ node, editor, updateAttributes, getPos }: ReactNodeViewProps) {
  const attrs = node.attrs as Attrs
  const [open, setOpen] = useState(false)
  const id = useId()
  const close = () => {
    setOpen(false)
    const at = getPos()
    if (at !== undefined) editor.commands.focus(at + node.nodeSize - 2)
  }
  return (
    <NodeViewWrapper as="blockquote">
      <NodeViewContent className={node.textContent ? '' : 'quote-blank'} />
      <footer contentEditable={false} className="mt-1.5 font-desk text-base text-muted">
        {!open && attrs.speaker && (
          <span>
            <b className="text-text">{attrs.speaker}</b>
            {attributionAfterName(attrs)}{' '}
          </span>
        )}
        {!open && editor.isEditable && (
          <Button
            small
            tone={attrs.speaker ? 'ghost' : 'plain'}
            aria-expanded={open}
            aria-controls={id}
            onClick={() => setOpen(true)}
          >
            {attrs.speaker ? 'Change' : 'Say who said it'}
          </Button>
        )}
        {open && <Attribution id={id} attrs={attrs} onChange={updateAttributes} onClose={close} />}
      </footer>
    </NodeViewWrapper>
  )
}

type FormProps = { id: string; attrs: Attrs; onChange: (change: Partial<Attrs>) => void; onClose: () => void }

function Attribution({ id, attrs, onChange, onClose }: FormProps) {
  // The block's own come back a moment later than React waits before it takes a key back, and the caret would leap.
  const [shown, setShown] = useState(attrs)
  useEffect(() => setShown(attrs), [attrs])
  const [source, setSource] = useState(attrs.source)
  const address = source.trim() === '' ? '' : secureLink(source)
  const field = (name: 'speaker' | 'role' | 'via' | 'saidAt') => ({
    value: shown[name],
    onChange: (event: ChangeEvent<HTMLInputElement>) => {
      setShown({ ...shown, [name]: event.target.value })
      onChange({ [name]: event.target.value })
    },
  })
  return (
    <fieldset
      id={id}
      aria-label="Who said it"
      className="grid max-w-[34rem] grid-cols-2 gap-2 rounded-panel border border-line bg-canvas p-3 max-phone:grid-cols-1"
      onKeyDown={(event) => {
        if ((event.key !== 'Escape' && event.key !== 'Enter') || event.nativeEvent.isComposing) return
        event.preventDefault()
        onClose()
      }}
    >
      <TextField {...line} label="Speaker" autoFocus {...field('speaker')} />
      <TextField {...line} label="Role" placeholder="chandler, Staithe Street" {...field('role')} />
      <TextField {...line} label="To whom, or through whom" placeholder="to the Courier" {...field('via')} />
      <TextField label="Said on" type="date" {...field('saidAt')} />
      <div className="col-span-full">
        <TextField
          label="Source"
          inputMode="url"
          placeholder="https://"
          value={source}
          error={address === undefined ? 'A source is an https address.' : undefined}
          onChange={(event) => setSource(event.target.value)}
          onBlur={() => address !== undefined && onChange({ source: address })}
        />
      </div>
      <div className="col-span-full">
        <Button small onClick={onClose}>
          Done
        </Button>
      </div>
    </fieldset>
  )
}

/** The server takes no longer one, and refuses the whole edit. */
const line = { maxLength: longestLine }

const secureLink = (typed: string) => {
  const address = judgeLink(typed)?.href
  return address?.startsWith('https:') ? address : undefined
}
