import type { Uses } from '#lib/media/queries/uses'

import { hasOtherUses, OtherUses } from './other-uses'

/** Where readers see it now. */
export function LiveList({ uses }: { uses: Uses }) {
  const live = uses.stories.filter(({ isLive }) => isLive)
  if (!live.length && !hasOtherUses(uses)) return null
  return (
    <ul aria-label="Where readers see it" className="mt-2 grid gap-1">
      {live.map(({ story, headline, path }) => (
        <li key={story}>
          <a href={path ?? ''} className="text-accent hover:underline">
            {headline}
          </a>
        </li>
      ))}
      <OtherUses uses={uses} />
    </ul>
  )
}
