'use client'

import { type KeyboardEvent, useEffect, useRef } from 'react'

import { Avatar } from '#lib/ui/avatar'
import { Button } from '#lib/ui/button'
import { Empty } from '#lib/ui/empty'
import { Kbd } from '#lib/ui/kbd'
import { Notice } from '#lib/ui/notice'

import type { Suggestion } from './open'
import { SuggestionCard } from './suggestion-card'
import { ToldList } from './told-list'
import type { Mode } from './use-mode'
import type { SuggestionsHandle } from './use-suggestions'

type Props = {
  suggestions: SuggestionsHandle
  mode: Mode
  me: string
  /** Brings its place into view. */
  onShow: (suggestion: Suggestion) => void
}

/** What is suggested, in the order of the text, and what can be done with it: one, a person's, or all. */
export function SuggestionsTab({ suggestions, mode, me, onShow }: Props) {
  const { open, told, current, pick, busy, done, decide, undo, putAside } = suggestions
  const list = useRef<HTMLOListElement>(null)
  const head = useRef<HTMLHeadingElement>(null)
  const leaving = useRef<number>(undefined)
  const own = mode === 'suggest'
  const at = Math.max(
    0,
    open.findIndex(({ key }) => key === current),
  )

  const card = (index: number) => list.current?.children[index] as HTMLElement | undefined
  const goTo = (index: number) => {
    const place = Math.min(Math.max(index, 0), open.length - 1)
    card(place)?.focus()
    if (open[place]) onShow(open[place])
  }
  // The card that was decided goes away; focus goes to the one that takes its place.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is new cards that move the focus
  useEffect(() => {
    if (leaving.current === undefined) return
    if (document.activeElement === document.body)
      (card(Math.min(leaving.current, open.length - 1)) ?? head.current)?.focus()
    leaving.current = undefined
  }, [open])
  // One that was picked in the text comes into view here.
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [])

  const settle = (verdict: 'accept' | 'reject' | 'take-back', chosen: readonly Suggestion[]) => {
    leaving.current = chosen.length === 1 ? open.indexOf(chosen[0]!) : 0
    void decide(verdict, chosen)
  }
  const accept = (chosen: readonly Suggestion[]) => !own && settle('accept', chosen)
  const reject = (chosen: readonly Suggestion[]) => settle(own ? 'take-back' : 'reject', chosen)
  const now = open[at] ? [open[at]] : []

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return
    const act = {
      a: () => accept(now),
      r: () => reject(now),
      u: () => void undo(),
      arrowdown: () => goTo(current === undefined ? 0 : at + 1),
      arrowup: () => goTo(at - 1),
    }[event.key.toLowerCase()]
    if (!act) return
    event.preventDefault()
    act()
  }
  const authors = [...new Map(open.map(({ person, name }) => [person, name]))]
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are shortcuts of buttons that stand inside
    <div className="flex min-h-0 flex-1 flex-col" onKeyDown={onKeyDown}>
      <div className="border-b border-line px-4 py-3">
        <h2 ref={head} tabIndex={-1} className="flex font-semibold">
          {own ? 'Your suggestions' : 'Suggestions'}
          <span className="ms-auto font-normal text-quiet">{open.length} open</span>
        </h2>
        {own && open.length > 0 && (
          <p className="mt-1 text-muted">The story stays as it is until an editor takes them.</p>
        )}
        {!own && (
          <ul className="mt-2 grid gap-1.5 empty:hidden">
            {authors.map(([person, name]) => (
              <Person
                key={person}
                name={name}
                of={open.filter((one) => one.person === person)}
                busy={busy}
                onAccept={accept}
                onReject={reject}
              />
            ))}
            {authors.length > 1 && <Person name="All" of={open} busy={busy} onAccept={accept} onReject={reject} />}
          </ul>
        )}
        {done && (
          <div className="mt-2.5">
            <Notice tone={done.failed ? 'error' : 'good'} title={done.message}>
              {done.undo && done.undo.length > 0 && (
                <Button small className="mt-1.5" onClick={undo} aria-disabled={busy}>
                  Undo <Kbd>U</Kbd>
                </Button>
              )}
            </Notice>
          </div>
        )}
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <ToldList told={told} me={me} onPutAside={putAside} />
        {open.length === 0 && (
          <Empty title="Nothing is suggested.">
            {own
              ? 'Write in the text: what you change is marked there and listed here, and the story stays as it is.'
              : 'What colleagues suggest is marked in the text and listed here. Choose “Suggesting” at the top to suggest yourself.'}
          </Empty>
        )}
        <ol ref={list}>
          {open.map((suggestion, index) => (
            <SuggestionCard
              key={suggestion.key}
              suggestion={suggestion}
              current={index === at && current !== undefined}
              busy={busy}
              own={own}
              onFocus={() => {
                if (suggestion.key === current) return
                pick(suggestion.key)
                onShow(suggestion)
              }}
              onAccept={() => accept([suggestion])}
              onReject={() => reject([suggestion])}
            />
          ))}
        </ol>
      </div>
      <p
        aria-hidden
        className="flex flex-none gap-4 border-t border-line px-4 py-1.5 text-label text-quiet max-phone:hidden"
      >
        {!own && (
          <span>
            <Kbd>A</Kbd> accept
          </span>
        )}
        <span>
          <Kbd>R</Kbd> {own ? 'take back' : 'reject'}
        </span>
        <span>
          <Kbd>↑</Kbd> <Kbd>↓</Kbd> next
        </span>
      </p>
    </div>
  )
}

type Whose = {
  name: string
  of: Suggestion[]
  busy: boolean
  onAccept: (of: Suggestion[]) => void
  onReject: (of: Suggestion[]) => void
}

/** All of one person's, or of all. */
function Person({ name, of, busy, onAccept, onReject }: Whose) {
  return (
    <li className="flex items-center gap-2">
      {name !== 'All' && <Avatar name={name} named={false} />}
      <span className="min-w-0 flex-1 truncate">
        {name} <span className="text-quiet">{of.length}</span>
      </span>
      <Button small onClick={() => onAccept(of)} aria-disabled={busy} aria-label={`Accept all of ${name}`}>
        Accept all
      </Button>
      <Button small onClick={() => onReject(of)} aria-disabled={busy} aria-label={`Reject all of ${name}`}>
        Reject all
      </Button>
    </li>
  )
}
