'use client'

import { type KeyboardEvent, useEffect, useRef, useState } from 'react'

import type { FormState } from '#app/(newsroom)/answer'
import { Button } from '#lib/ui/button'

import type { Paper } from '../props'
import { when } from '../when'
import { replyAction, resolveThreadAction } from './actions'
import { Comment } from './comment'
import { Compose, isBegun } from './compose'
import type { Placed } from './places'
import type { Comments } from './use-comments'

type Props = { thread: Placed; comments: Comments; me: string; paper: Paper; onSignedOut: () => void }

/** What is said about one passage. Escape goes back to the text. */
export function ThreadCard({ thread, comments, me, paper, onSignedOut }: Props) {
  const ref = useRef<HTMLElement>(null)
  const [replying, setReplying] = useState(() => isBegun(thread.id))
  const [error, setError] = useState<string>()
  const now = comments.current === thread.id
  const { called } = comments
  useEffect(() => {
    if (!now || !called) return
    ref.current?.scrollIntoView({ block: 'nearest' })
    ref.current?.focus({ preventScroll: true })
  }, [now, called])
  const resolve = async (resolved: boolean) => {
    const state = await resolveThreadAction(thread.id, resolved).catch(
      (): FormState => ({ ok: false, message: 'The server was not reached. Nothing was changed.' }),
    )
    if (state?.signedOut) onSignedOut()
    setError(state?.ok ? undefined : state?.message)
    if (!state?.ok) return
    // The card goes away from here, and the focus in it would go to nobody.
    if (ref.current?.contains(document.activeElement)) neighbourOf(ref.current)?.focus()
    await comments.changed()
  }
  /** What has been written in goes away; whoever was in it stays at the thread. */
  const keepFocus = () => ref.current?.contains(document.activeElement) && ref.current.focus()
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || thread.at !== 'here') return
    event.stopPropagation()
    comments.goTo(thread)
  }
  const first = thread.comments[0]
  return (
    <article
      ref={ref}
      tabIndex={-1}
      aria-label={`${first?.by?.name ?? 'Comment'}${thread.quote ? ` on “${shortened(thread.quote)}”` : ''}`}
      aria-current={now || undefined}
      onKeyDown={onKeyDown}
      className="thread grid gap-2 rounded-panel border border-line bg-raised px-3 py-2.5"
    >
      <Quote thread={thread} onGo={() => comments.goTo(thread)} />
      <ul className="grid gap-2">
        {thread.comments.map((comment) => (
          <Comment
            key={comment.id}
            comment={comment}
            story={comments.story}
            own={comment.by?.id === me}
            paper={paper}
            onChanged={() => {
              keepFocus()
              void comments.changed()
            }}
            onSignedOut={onSignedOut}
          />
        ))}
      </ul>
      {thread.resolved && (
        <p className="text-label text-quiet">
          Resolved by {thread.resolved.by}, {when(thread.resolved.at, paper)}
        </p>
      )}
      {error && (
        <p role="alert" className="text-label text-withdrawn">
          {error}
        </p>
      )}
      <div className="thread-acts">
        {replying ? (
          <Compose
            story={comments.story}
            keep={thread.id}
            label="Your answer"
            act="Reply"
            onSend={(said) => replyAction(thread.id, said)}
            onDone={() => {
              keepFocus()
              setReplying(false)
              void comments.changed()
            }}
            onCancel={() => {
              setReplying(false)
              ref.current?.focus()
            }}
            onSignedOut={onSignedOut}
          />
        ) : (
          <div className="flex flex-wrap gap-1.5">
            <Button small onClick={() => setReplying(true)}>
              Reply
            </Button>
            {thread.mayResolve && (
              <Button small onClick={() => void resolve(!thread.resolved)}>
                {thread.resolved ? 'Reopen' : 'Resolve'}
              </Button>
            )}
          </div>
        )}
      </div>
    </article>
  )
}

/** The card behind this one, or before it; else what holds them all. */
function neighbourOf(card: HTMLElement): HTMLElement | null {
  const beside = [card.nextElementSibling, card.previousElementSibling].find((one) => one?.matches('article'))
  return (beside as HTMLElement | undefined) ?? card.closest<HTMLElement>('[tabindex="-1"]:not(article)')
}

/** The words that are spoken of, and the way to them. */
function Quote({ thread, onGo }: { thread: Placed; onGo: () => void }) {
  if (thread.at === 'story') return <p className="text-label text-quiet">On the whole story</p>
  const words = `“${thread.quote}”`
  if (thread.at === 'gone')
    return (
      <p className="text-label text-quiet">
        <s className="line-clamp-2">{words}</s> These words are no longer in the text.
      </p>
    )
  return (
    <button
      type="button"
      aria-label={`Go to the words ${words}`}
      onClick={onGo}
      className="thread-quote line-clamp-2 text-start text-label"
    >
      {words}
    </button>
  )
}

export const shortened = (text: string) => (text.length > 40 ? `${text.slice(0, 38).trimEnd()}…` : text)
