import type { Uses } from '#lib/media/queries/uses'

/** Where readers see it now. */
export function LiveList({ uses: { stories, faces, films, fronts } }: { uses: Uses }) {
  const live = stories.filter(({ isLive }) => isLive)
  if (!live.length && !faces.length && !films && !fronts.length) return null
  return (
    <ul aria-label="Where readers see it" className="mt-2 grid gap-1">
      {live.map(({ story, headline, path }) => (
        <li key={story}>
          <a href={path ?? ''} className="text-accent hover:underline">
            {headline}
          </a>
        </li>
      ))}
      {faces.map(({ id, name }) => (
        <li key={id}>The face of {name}’s byline</li>
      ))}
      {fronts.map(({ id, name }) => (
        <li key={id}>The front {name}</li>
      ))}
      {films > 0 && <li>The poster of {films === 1 ? 'a film' : `${films} films`}</li>}
    </ul>
  )
}
