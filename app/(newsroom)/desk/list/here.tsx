'use client'

import { usePresent } from '#app/(newsroom)/pulse'
import { Avatar } from '#lib/ui/avatar'

/** Who is in a story of the list now. @param made as the page was made */
export function Here({ story, made }: { story: string; made: string[] }) {
  const names = usePresent(story, made)
  if (!names.length) return null
  return (
    <ul aria-label="In it now" className="relative z-1 flex flex-none items-center gap-1.5 px-0.5">
      {names.slice(0, 3).map((name) => (
        <li key={name} className="inline-flex">
          <Avatar name={name} present />
        </li>
      ))}
      {names.length > 3 && (
        <li className="text-label text-quiet" title={names.join(', ')}>
          +{names.length - 3}
        </li>
      )}
    </ul>
  )
}
