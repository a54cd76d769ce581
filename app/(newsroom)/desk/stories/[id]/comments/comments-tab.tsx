'use client'

import './comments.css'

import { MessageSquarePlus } from 'lucide-react'
import { useRef } from 'react'

import { Button } from '#lib/ui/button'
import { Empty } from '#lib/ui/empty'
import { Icon } from '#lib/ui/icon'
import { Notice } from '#lib/ui/notice'

import type { Paper } from '../props'
import { beginThreadAction } from './actions'
import { Compose } from './compose'
import { ThreadCard } from './thread-card'
import type { Comments } from './use-comments'

type Props = { comments: Comments; me: string; paper: Paper; onSignedOut: () => void }

/** What is said about the story, in the order of its text; what is resolved stands behind a line of its own. */
export function CommentsTab({ comments, ...rest }: Props) {
  const { draft, list, current } = comments
  const begun = useRef<HTMLElement>(null)
  const open = list.filter(({ resolved }) => !resolved)
  const resolved = list.filter((thread) => thread.resolved)
  const card = (thread: (typeof list)[number]) => (
    <ThreadCard key={thread.id} thread={thread} comments={comments} {...rest} />
  )
  return (
    <div className="grid gap-2.5 p-3">
      {comments.missing && <Notice tone="warning" title="The comment is not there any more." />}
      {draft ? (
        <section
          ref={begun}
          aria-label="New comment"
          className="thread grid gap-2 rounded-panel border border-accent bg-raised p-3"
        >
          <p className="text-label text-quiet">
            {draft.anchor ? <span className="line-clamp-2">“{draft.anchor.quote}”</span> : 'On the whole story'}
          </p>
          <Compose
            key={draft.anchor?.start ?? ''}
            story={comments.story}
            keep={comments.story}
            label="New comment"
            act="Comment"
            onSend={(said) => beginThreadAction(comments.story, draft.anchor, said)}
            onDone={(detail) => {
              // Who is at another place by now stays there.
              if (begun.current?.contains(document.activeElement)) comments.open((detail as { thread: string }).thread)
              void comments.changed()
            }}
            onCancel={comments.leave}
            onSignedOut={rest.onSignedOut}
          />
        </section>
      ) : (
        <Button className="justify-self-start" small onClick={() => comments.begin(null)}>
          <Icon of={MessageSquarePlus} /> Comment on the story
        </Button>
      )}
      {open.map(card)}
      {!open.length && !draft && (
        <Empty title={resolved.length ? 'All is resolved.' : 'No comments yet.'}>
          Select words in the text and choose “Comment”. Readers never see what is said here.
        </Empty>
      )}
      {resolved.length > 0 && (
        <details open={resolved.some(({ id }) => id === current) || undefined}>
          <summary className="py-1 text-label text-muted">{resolved.length} resolved</summary>
          <div className="mt-2 grid gap-2.5">{resolved.map(card)}</div>
        </details>
      )}
    </div>
  )
}
