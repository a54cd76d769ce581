'use client'

import type { Editor } from '@tiptap/react'
import { type FormEvent, useEffect, useState } from 'react'

import { newId } from '#lib/id'
import { embedFrom, isShortened, providerNames } from '#lib/story/document/embed/embed'
import { Button } from '#lib/ui/button'
import { Dialog } from '#lib/ui/dialog'
import { TextField } from '#lib/ui/field'

import { insertBlock } from '../insert'

const ASKED = 'stet:embed'

/** Asks for the address of what is to stand at the caret. */
export const askForEmbed = (editor: Editor) => void editor.view.dom.dispatchEvent(new Event(ASKED))

/** Why nothing is made of an address; undefined where something is. */
export function embedFault(address: string): string | undefined {
  if (!address.trim()) return 'Paste the address of what readers should see.'
  if (embedFrom(address)) return undefined
  if (isShortened(address)) return 'This is a short address. Open it, and paste the one that it leads to.'
  return `This leads to no video, post, sound, chart or map of ${new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(providerNames)}.`
}

/** Opens when it is asked for. */
export function EmbedDialog({ editor }: { editor: Editor }) {
  const [open, setOpen] = useState(false)
  useEffect(() => {
    if (editor.isDestroyed) return
    const { dom } = editor.view
    const ask = () => setOpen(editor.isEditable)
    dom.addEventListener(ASKED, ask)
    return () => dom.removeEventListener(ASKED, ask)
  }, [editor])
  return open && <Asked editor={editor} onClose={() => setOpen(false)} />
}

function Asked({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const [address, setAddress] = useState('')
  const [error, setError] = useState<string>()
  const close = () => {
    onClose()
    editor.commands.focus()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    const embedded = embedFrom(address)
    if (!embedded) return setError(embedFault(address))
    onClose()
    insertBlock(editor, { type: 'embed', attrs: { id: newId(), caption: '', ...embedded } })
  }
  return (
    <Dialog
      title="Embed"
      note="Readers see a card, and load the rest by a click."
      onClose={close}
      foot={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button tone="primary" type="submit" form="embed-form">
            Put it in
          </Button>
        </>
      }
    >
      <form id="embed-form" onSubmit={submit} noValidate>
        <TextField
          label="Address"
          hint={`From ${new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(providerNames)}.`}
          inputMode="url"
          data-first
          value={address}
          error={error}
          placeholder="https://"
          onChange={(event) => {
            setAddress(event.target.value)
            setError(undefined)
          }}
        />
      </form>
    </Dialog>
  )
}
