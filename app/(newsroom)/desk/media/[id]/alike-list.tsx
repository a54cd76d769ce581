import Link from 'next/link'

import { Thumb } from '../thumb'

type Alike = { id: string; name: string; when: string; bits: number }

/** What of the library looks the same, the closest first. */
export function AlikeList({ alike }: { alike: Alike[] }) {
  return (
    <ul className="grid gap-2">
      {alike.map(({ id, name, when, bits }) => (
        <li key={id} className="relative grid grid-cols-[72px_minmax(0,1fr)] items-center gap-3 hover:bg-sunk">
          <Thumb of={{ id, kind: 'picture', alt: '' }} />
          <div className="min-w-0">
            <Link href={`/desk/media/${id}`} className="block truncate font-medium after:absolute after:inset-0">
              {name}
            </Link>
            <p className="text-label text-quiet">
              {bits === 0 ? 'The same' : 'Looks the same'}, added {when}
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}
