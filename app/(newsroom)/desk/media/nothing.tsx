import Link from 'next/link'

import { buttonClass } from '#lib/ui/button'
import { Empty } from '#lib/ui/empty'

import { type Here, mediaAddress } from './address'

const emptyWords: Record<NonNullable<Here['show']>, [title: string, here: string]> = {
  live: ['Readers see nothing of the library.', 'What live stories show would stand here.'],
  unused: ['Everything is used.', 'What no story shows would stand here.'],
  expiring: ['Nothing is about to expire.', 'What may be shown for two weeks more at most would stand here.'],
  expired: ['Nothing has expired.', 'What may be shown no longer would stand here.'],
  'no-alt': ['Every picture has its alt text.', 'Pictures that nobody has described yet would stand here.'],
}

/** An empty library: its own words, or those of what narrows it, with the way out. */
export function Nothing({ here, beyond, own }: { here: Here; beyond: boolean; own: boolean }) {
  const { q, show, ...narrowed } = here
  if (beyond)
    return (
      <Empty title="Nothing older." acts={<Way href={mediaAddress(here)}>Back to the newest</Way>}>
        The library ends before this page.
      </Empty>
    )
  if (q || Object.values(narrowed).some(Boolean))
    return (
      <Empty
        title={q ? `Nothing here has “${q}”.` : 'Nothing here is like that.'}
        acts={
          <>
            {show && <Way href={mediaAddress({ ...here, show: undefined })}>Look in all of it</Way>}
            <Way href={mediaAddress({ show })}>Clear the filters</Way>
          </>
        }
      >
        What fits every filter above would stand here.
      </Empty>
    )
  if (show) return <Empty title={emptyWords[show][0]}>{emptyWords[show][1]}</Empty>
  return (
    <Empty title={own ? 'Nothing of yours is in the library yet.' : 'The library is empty.'}>
      Drop files on this page, paste a picture, or choose them with the button above.
    </Empty>
  )
}

const Way = ({ href, children }: { href: string; children: string }) => (
  <Link href={href} className={buttonClass()}>
    {children}
  </Link>
)
