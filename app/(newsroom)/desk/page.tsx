import type { Metadata } from 'next'
import Link from 'next/link'

import { Frame } from '#app/(newsroom)/frame'
import { needActor } from '#lib/auth/session'
import { listNames } from '#lib/people/queries'
import { listPresentFor } from '#lib/presence/queries'
import { findSettings } from '#lib/settings/queries'
import { countStories, listStories } from '#lib/story/queries/list'

import { StoryActs } from './list/acts'
import { KeyLine } from './list/key-line'
import { ListKeys } from './list/keys'
import { StoryTable } from './list/story-table'
import { NewStory } from './new-story'
import { storiesAddress } from './stories/address'
import { emptyWords } from './stories/nothing'

export const metadata: Metadata = { title: 'My desk' }

const parts = [
  ['waiting', 'Waiting for me'],
  ['mine', 'Assigned to me'],
  ['own', 'My drafts'],
] as const
const size = 20

export default async function MyDesk() {
  const actor = await needActor()
  const [counts, people, { timezone }, ...pages] = await Promise.all([
    countStories(actor),
    listNames(),
    findSettings(),
    ...parts.map(([show]) => listStories(actor, { show }, { size })),
  ])
  const listed = pages.flatMap(({ rows }) => rows.map(({ id }) => id))
  const present = await listPresentFor(actor, listed)
  const now = new Date()
  return (
    <Frame
      at="mine"
      title="My desk"
      note={waitingWords(counts.waiting)}
      acts={<NewStory />}
      foot={<KeyLine note="Last edited first" />}
    >
      <StoryActs people={people}>
        <ListKeys />
        <div className="min-h-0 flex-1 overflow-y-auto">
          {parts.map(([show, name], index) => (
            <section key={show} aria-labelledby={show}>
              <h2 id={show} className="flex gap-2 border-b border-line bg-canvas px-4 py-2 text-label font-semibold">
                {name} <span className="font-normal text-quiet">{counts[show]}</span>
                {counts[show] > size && (
                  <Link href={storiesAddress({ show })} className="ms-auto font-normal text-accent hover:underline">
                    All {counts[show]}
                  </Link>
                )}
              </h2>
              {pages[index]?.rows.length ? (
                <StoryTable
                  label={name}
                  rows={pages[index].rows}
                  present={present}
                  timezone={timezone}
                  now={now}
                  bare
                />
              ) : (
                <p className="px-4 py-3 text-muted">
                  <b className="text-text">{emptyWords[show][0]}</b> {emptyWords[show][1]}
                </p>
              )}
            </section>
          ))}
        </div>
      </StoryActs>
    </Frame>
  )
}

function waitingWords(count: number): string {
  if (!count) return 'Nothing waits for you'
  return count === 1 ? '1 story waits for you' : `${count} stories wait for you`
}
