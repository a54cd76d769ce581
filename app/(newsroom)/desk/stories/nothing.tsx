import Link from 'next/link'

import type { Show } from '#lib/story/queries/shown'
import { buttonClass } from '#lib/ui/button'
import { Empty } from '#lib/ui/empty'

import { type Here, storiesAddress } from './address'

/** What an empty list says, and what would stand there. */
export const emptyWords: Record<Show, [title: string, here: string]> = {
  all: ['No stories yet.', 'What the desk writes would stand here, last edited first.'],
  waiting: ['Nothing waits for you.', 'Stories handed in to you, and yours sent back, would stand here.'],
  mine: ['Nothing is assigned to you.', 'Stories that an editor gives you would stand here.'],
  own: ['No drafts of yours.', 'Drafts that you begin or sign would stand here.'],
  draft: ['No drafts.', 'Stories that are not handed in yet would stand here.'],
  review: ['Nothing is in review.', 'Stories that writers hand in would stand here.'],
  ready: ['Nothing is ready.', 'Stories that could go to readers now would stand here.'],
  scheduled: ['Nothing is scheduled.', 'Stories that wait for their hour would stand here.'],
  embargoed: ['Nothing is under embargo.', 'Stories that are not to be published yet would stand here.'],
  live: ['Nothing is live.', 'Stories that readers see would stand here.'],
  changes: ['No changes wait.', 'Live stories with changes that readers do not see yet would stand here.'],
  withdrawn: ['Nothing is withdrawn.', 'Stories that readers are told were taken down would stand here.'],
  spiked: ['The spike is empty.', 'Spiked stories stand here until they are restored.'],
}

/** An empty list: the list's own words, or those of what narrows it, with the way out. */
export function Nothing({ here, beyond = false }: { here: Here; beyond?: boolean }) {
  const [title, would] = emptyWords[here.show]
  if (beyond)
    return (
      <Empty title="No older stories." acts={<Way href={storiesAddress(here)}>Back to the newest</Way>}>
        The list ends before this page.
      </Empty>
    )
  if (!here.q && !here.section && !here.writer && !here.topic) return <Empty title={title}>{would}</Empty>
  return (
    <Empty
      title={here.q ? `No story here has “${here.q}”.` : 'No story here is like that.'}
      acts={
        <>
          {here.show !== 'all' && <Way href={storiesAddress({ ...here, show: 'all' })}>Look in all stories</Way>}
          <Way href={storiesAddress({ show: here.show })}>Clear the filters</Way>
        </>
      }
    >
      Stories that fit every filter above would stand here.
    </Empty>
  )
}

const Way = ({ href, children }: { href: string; children: string }) => (
  <Link href={href} className={buttonClass()}>
    {children}
  </Link>
)
