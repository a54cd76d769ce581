import Link from 'next/link'

import { StateMark } from '#app/(newsroom)/state-mark'
import type { Uses } from '#lib/media/queries/uses'

import { hasOtherUses, OtherUses } from './other-uses'

/** Stories that show it, to readers or in their drafts; those that one may not read are counted. */
export function UsesList({ uses }: { uses: Uses }) {
  const { stories, hidden } = uses
  if (!stories.length && !hidden && !hasOtherUses(uses)) return <p className="text-muted">Nothing shows it.</p>
  return (
    <ul className="grid gap-1.5">
      {stories.map(({ story, headline, path, inDraft, isLive }) => (
        <li key={story}>
          {inDraft ? (
            <Link href={`/desk/stories/${story}`} className="text-accent hover:underline">
              {headline}
            </Link>
          ) : (
            <a href={path ?? ''} className="text-accent hover:underline">
              {headline}
            </a>
          )}
          <span className="ms-2">
            <StateMark state={isLive ? 'live' : 'unpublished'} />
          </span>
        </li>
      ))}
      <OtherUses uses={uses} />
      {hidden > 0 && (
        <li className="text-muted">{hidden === 1 ? '1 more story' : `${hidden} more stories`} that you may not read</li>
      )}
    </ul>
  )
}
