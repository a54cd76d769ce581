'use client'

import type { Editor } from '@tiptap/react'
import { type FormEvent, useEffect, useState } from 'react'

import { judgeLink, wholeHref } from '#lib/story/links'
import { Button, buttonClass } from '#lib/ui/button'
import { Dialog } from '#lib/ui/dialog'
import { TypeAhead } from '#lib/ui/type-ahead'
import { findStoriesToLinkAction } from '../look-ups'
import { hrefAt, putLink, removeLink, unfollowed } from './links'

/** An address, or words of a story of ours: one box takes both. */
export function LinkDialog({ editor, story, onClose }: { editor: Editor; story: string; onClose: () => void }) {
  const { origin } = window.location
  const [href] = useState(() => hrefAt(editor))
  const [typed, setTyped] = useState(href ?? '')
  const judged = judgeLink(typed, origin)
  const empty = editor.state.selection.empty && href === undefined
  const close = () => {
    onClose()
    editor.commands.focus()
  }
  const put = (to: string, words: string) => {
    putLink(editor, to, words)
    close()
  }
  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    event?.stopPropagation()
    if (judged?.href) put(unfollowed(judged.href, origin), typed.trim())
  }
  // The dialog is shown by now, and its first control has the focus.
  useEffect(() => {
    if (document.activeElement instanceof HTMLInputElement) document.activeElement.select()
  }, [])
  return (
    <Dialog
      title="Link"
      onClose={close}
      foot={
        <>
          {href !== undefined && (
            <span className="me-auto flex gap-2">
              <Button
                tone="danger"
                onClick={() => {
                  removeLink(editor)
                  close()
                }}
              >
                Remove link
              </Button>
              <a href={wholeHref(href, origin)} target="_blank" rel="noopener noreferrer" className={buttonClass()}>
                Open
              </a>
            </span>
          )}
          <Button onClick={close}>Cancel</Button>
          <Button tone="primary" type="submit" form="link-form" aria-disabled={!judged?.href}>
            {href !== undefined ? 'Change link' : empty ? 'Insert link' : 'Link these words'}
          </Button>
        </>
      }
    >
      <form id="link-form" onSubmit={submit} noValidate>
        <p className="mb-1 font-medium" aria-hidden="true">
          Address, or a story of ours
        </p>
        <TypeAhead
          label="Address, or a story of ours"
          placeholder="https://, or words of its headline"
          inFlow
          initial={href}
          error={judged?.fault}
          empty="No story of ours is called so, and it is no address."
          find={async (words) => (judgeLink(words, origin) ? [] : findStoriesToLinkAction(words, story))}
          onType={setTyped}
          onChoose={(choice) => {
            const { path, name } = choice as Awaited<ReturnType<typeof findStoriesToLinkAction>>[number]
            if (path) put(path, name)
          }}
          onCreate={() => submit()}
          createLabel={(words) => {
            const to = judgeLink(words, origin)?.href
            return to && (to.startsWith('/') ? `Our page ${to}` : to)
          }}
        />
      </form>
    </Dialog>
  )
}
