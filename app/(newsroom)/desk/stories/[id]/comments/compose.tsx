'use client'

import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react'

import type { FormState } from '#app/(newsroom)/answer'
import type { Said } from '#lib/comment/commands'
import { Button } from '#lib/ui/button'
import { Kbd } from '#lib/ui/kbd'

import { readersAction } from './actions'

type Named = { id: string; name: string }
type Props = {
  story: string
  /** By what its words are kept while the tab beside the text shows something else. */
  keep: string
  label: string
  /** What its button says. */
  act: string
  text?: string
  mentions?: Named[]
  onSend: (said: Said) => Promise<FormState>
  /** @param detail what the server said of it */
  onDone: (detail: unknown) => void
  onCancel: () => void
  onSignedOut: () => void
}

/** What was begun on this page and not sent. */
const begun = new Map<string, string>()
export const isBegun = (keep: string) => begun.has(keep)

/** Words before the caret that are about to become a name. */
const beginning = /(?:^|\s)@([\p{L}\p{M}\p{N}'’. -]{0,40})$/u

/** A comment being written; `@` offers those who may read the story. Ctrl Enter sends it, Escape gives it up. */
export function Compose(props: Props) {
  const id = useId()
  const box = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState(begun.get(props.keep) ?? props.text ?? '')
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  const chosen = useRef(new Set((props.mentions ?? []).map((one) => one.id)))
  const readers = useRef<Promise<Named[]>>(undefined)
  const [offered, setOffered] = useState<Named[]>([])
  const [at, setAt] = useState(0)

  useLayoutEffect(() => {
    const { current } = box
    current?.focus()
    current?.setSelectionRange(current.value.length, current.value.length)
  }, [])

  const write = (words: string) => {
    begun.set(props.keep, words)
    setText(words)
  }
  const cancel = () => {
    begun.delete(props.keep)
    props.onCancel()
  }
  const typedName = () => beginning.exec(text.slice(0, box.current?.selectionStart ?? 0))?.[1]
  const offer = async (value: string, caret: number) => {
    const name = beginning.exec(value.slice(0, caret))?.[1]
    if (name === undefined) return setOffered([])
    readers.current ??= readersAction(props.story).catch(() => [])
    const all = await readers.current
    setAt(0)
    setOffered(all.filter((one) => beginsWith(one.name, name)).slice(0, 6))
  }
  const choose = (person: Named) => {
    const caret = box.current?.selectionStart ?? text.length
    const from = caret - (typedName()?.length ?? 0)
    const next = `${text.slice(0, from)}${person.name} ${text.slice(caret)}`
    chosen.current.add(person.id)
    write(next)
    setOffered([])
    const place = from + person.name.length + 1
    requestAnimationFrame(() => box.current?.setSelectionRange(place, place))
  }
  const send = async () => {
    if (busy) return
    setBusy(true)
    const state = await props
      .onSend({ text, mentions: [...chosen.current] })
      .catch((): FormState => ({ ok: false, message: 'The server was not reached. Your words are still here.' }))
    setBusy(false)
    if (state?.signedOut) props.onSignedOut()
    if (state?.ok) {
      begun.delete(props.keep)
      props.onDone(state.detail)
    } else setError(state?.fields?.text ?? state?.message)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const mod = event.ctrlKey || event.metaKey
    const open = offered.length > 0
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const person = offered[at]
    if (mod && event.key === 'Enter') void send()
    else if (open && by) setAt((at + by + offered.length) % offered.length)
    else if (open && person && (event.key === 'Enter' || event.key === 'Tab')) choose(person)
    else if (event.key === 'Escape') open ? setOffered([]) : cancel()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className="relative grid gap-1.5">
      <textarea
        ref={box}
        rows={3}
        aria-label={props.label}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={offered.length ? `${id}-people` : undefined}
        aria-activedescendant={offered.length ? `${id}-${at}` : undefined}
        placeholder="Say it; @ names a colleague"
        value={text}
        onChange={(event) => {
          write(event.target.value)
          setError(undefined)
          void offer(event.target.value, event.target.selectionStart)
        }}
        onBlur={() => setOffered([])}
        onKeyDown={onKeyDown}
        className="field-sizing-content max-h-60 min-h-16 w-full rounded-control border border-line-strong bg-surface px-2 py-1.5 aria-invalid:border-withdrawn"
      />
      {offered.length > 0 && (
        <div
          id={`${id}-people`}
          role="listbox"
          aria-label="Colleagues"
          className="absolute inset-x-0 top-full z-4 -mt-8 max-h-56 overflow-y-auto rounded-[8px] bg-raised p-1 shadow-float"
        >
          {offered.map((person, index) => (
            // The press must not take the focus from the box.
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys go to the box, which holds the focus
            <div
              key={person.id}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(person)}
              className="flex min-h-[30px] cursor-pointer items-center rounded-control px-2 hover:bg-sunk aria-selected:bg-accent-wash max-phone:min-h-11"
            >
              {person.name}
            </div>
          ))}
        </div>
      )}
      {error && (
        <p id={`${id}-error`} role="alert" className="text-label text-withdrawn">
          {error}
        </p>
      )}
      <div className="flex flex-wrap gap-1.5">
        <Button small tone="primary" aria-disabled={busy} aria-keyshortcuts="Control+Enter" onClick={() => void send()}>
          {props.act} <Kbd>Ctrl Enter</Kbd>
        </Button>
        <Button small onClick={cancel}>
          Cancel
        </Button>
      </div>
    </div>
  )
}

/** Whether one of the words of a name begins so, whatever its case. */
const beginsWith = (name: string, typed: string) => ` ${name}`.toLowerCase().includes(` ${typed.toLowerCase()}`)
