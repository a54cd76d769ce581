import type { Metadata } from 'next'
import Link from 'next/link'
import { z } from 'zod'

import { Frame } from '#app/(newsroom)/frame'
import { needActor } from '#lib/auth/session'
import { listNames } from '#lib/people/queries'
import { listPresentFor } from '#lib/presence/queries'
import { listSections } from '#lib/section/queries'
import { findSettings } from '#lib/settings/queries'
import { countStories, listStories } from '#lib/story/queries/list'
import { shows } from '#lib/story/queries/shown'
import { listTopics } from '#lib/topic/queries'
import { buttonClass } from '#lib/ui/button'
import { Find } from '#lib/ui/find'

import { StoryActs } from '../list/acts'
import { KeyLine } from '../list/key-line'
import { ListKeys } from '../list/keys'
import { StoryTable } from '../list/story-table'
import { NewStory } from '../new-story'
import { storiesAddress } from './address'
import { Chips, many } from './chips'
import { Narrow } from './narrow'
import { Nothing } from './nothing'

export const metadata: Metadata = { title: 'Stories' }

const Id = z.string().max(40).optional().catch(undefined)
const Asked = z.object({
  show: z.enum(shows).catch('all'),
  section: Id,
  writer: Id,
  topic: Id,
  q: z.string().trim().max(100).optional().catch(undefined),
  after: Id,
})
const size = 50

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function StoriesPage({ searchParams }: Props) {
  const actor = await needActor()
  const { after, ...here } = Asked.parse(await searchParams)
  const filter = { ...here, words: here.q }
  const [page, counts, sections, people, topics, { timezone }] = await Promise.all([
    listStories(actor, filter, { size, after }),
    countStories(actor, filter),
    listSections(),
    listNames(),
    listTopics(),
    findSettings(),
  ])
  const present = await listPresentFor(
    actor,
    page.rows.map(({ id }) => id),
  )
  const find = { action: '/desk/stories', label: 'Find a headline', value: here.q ?? '' }
  const keep = { ...here, q: undefined, show: here.show === 'all' ? undefined : here.show }
  return (
    <Frame
      at="stories"
      title="Stories"
      note={`${many(counts[here.show])} ${here.show === 'all' ? 'in all' : 'here'}`}
      acts={
        <>
          <Find {...find} keep={keep} id="find" className="w-56 max-phone:hidden" />
          <NewStory />
        </>
      }
      foot={<KeyLine find note="Last edited first" />}
    >
      <div className="flex flex-none flex-wrap gap-2 border-b border-line px-4 py-2 max-phone:flex-nowrap max-phone:overflow-x-auto">
        <Chips here={here} counts={counts} />
        <Narrow
          here={here}
          sections={[...sections.map(choice), { id: 'none', name: 'No section' }]}
          writers={people.map(choice)}
          topics={topics.map(choice)}
        />
      </div>
      <Find {...find} keep={keep} className="px-4 pt-3 pb-1 phone:hidden" />
      <StoryActs people={people}>
        <ListKeys />
        <div className="min-h-0 flex-1 overflow-y-auto">
          {page.rows.length ? (
            <StoryTable label="Stories" rows={page.rows} present={present} timezone={timezone} now={new Date()} />
          ) : (
            <Nothing here={here} beyond={after !== undefined} />
          )}
          {(after || page.next) && page.rows.length > 0 && (
            <nav aria-label="Pages" className="flex justify-center gap-2 px-4 py-4">
              {after && (
                <Link href={storiesAddress(here)} className={buttonClass()}>
                  Back to the newest
                </Link>
              )}
              {page.next && (
                <Link href={storiesAddress(here, page.next)} className={buttonClass()}>
                  Older stories
                </Link>
              )}
            </nav>
          )}
        </div>
      </StoryActs>
    </Frame>
  )
}

const choice = ({ id, name }: { id: string; name: string }) => ({ id, name })
