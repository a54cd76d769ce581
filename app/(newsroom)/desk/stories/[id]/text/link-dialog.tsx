'use client'

import '@tiptap/extension-link'

import type { Editor } from '@tiptap/react'
import { type FormEvent, useState } from 'react'

import { Button } from '#lib/ui/button'
import { Dialog } from '#lib/ui/dialog'
import { TextField } from '#lib/ui/field'

/** The address as a link keeps it, or undefined when it is none that readers may follow: https, http or mailto. */
export function linkFrom(typed: string): string | undefined {
  const text = typed.trim()
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(text)
    ? text
    : /^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(text)
      ? `mailto:${text}`
      : `https://${text}`
  if (!URL.canParse(whole)) return undefined
  const { protocol, host, href } = new URL(whole)
  if (protocol === 'mailto:') return href
  return /^https?:$/.test(protocol) && host.includes('.') ? href : undefined
}

export function LinkDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const [href, setHref] = useState<string>(editor.getAttributes('link').href ?? '')
  const [error, setError] = useState<string>()
  const linked = editor.isActive('link')
  const close = () => {
    onClose()
    editor.commands.focus()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    const address = linkFrom(href)
    if (!address) return setError('A link needs a web address or an e-mail address.')
    editor.chain().focus().extendMarkRange('link').setLink({ href: address }).run()
    close()
  }
  const remove = () => {
    editor.chain().focus().extendMarkRange('link').unsetLink().run()
    close()
  }
  return (
    <Dialog
      title="Link"
      onClose={close}
      foot={
        <>
          {linked && (
            <Button className="me-auto" tone="danger" onClick={remove}>
              Remove link
            </Button>
          )}
          <Button onClick={close}>Cancel</Button>
          <Button tone="primary" type="submit" form="link-form">
            {linked ? 'Change link' : 'Link these words'}
          </Button>
        </>
      }
    >
      <form id="link-form" onSubmit={submit} noValidate>
        <TextField
          label="Address"
          inputMode="url"
          autoFocus
          value={href}
          error={error}
          placeholder="https://"
          onChange={(event) => setHref(event.target.value)}
        />
      </form>
    </Dialog>
  )
}
