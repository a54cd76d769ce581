import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { z } from 'zod'

import { mayAddTopics, mayBreak } from '#lib/auth/permissions'
import { needActor } from '#lib/auth/session'
import { listThreads } from '#lib/comment/queries'
import { findClockHold } from '#lib/jobs/holds'
import { listUsed } from '#lib/media/queries/used'
import { countUnread } from '#lib/notification/queries'
import { listNames } from '#lib/people/queries'
import { findReportOf } from '#lib/report/queries'
import { listSections } from '#lib/section/queries'
import { findSettings } from '#lib/settings/queries'
import { mediaIdsOf } from '#lib/story/document/media-uses'
import { findLiveContent } from '#lib/story/queries/live-content'
import { lastNudge } from '#lib/story/queries/nudges'
import { findOpening } from '#lib/story/queries/opening'
import { findSchedules } from '#lib/story/queries/schedule'
import { findStory } from '#lib/story/queries/story'

import { findUsedAction } from './library/actions'
import { LibraryProvider } from './library/library-provider'
import { Opening, openingBlocks } from './opening'
import { plansProps } from './publish/plans-props'
import { EditScreen } from './screen'
import { storyProps } from './story-props'
import { aheadScript } from './text/ahead/script'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** A report that led here. */
const Led = z.object({ report: z.string().max(40).optional().catch(undefined) })

const read = cache(async (id: string) => {
  const actor = await needActor()
  // Before anything is read of the story.
  const nudged = await lastNudge()
  return { actor, nudged, story: await findStory(actor, id) }
})

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const { story } = await read((await params).id)
  return { title: story ? story.headline || 'New story' : 'Not found' }
}

export default async function StoryPage({ params, searchParams }: Props) {
  const { actor, nudged, story } = await read((await params).id)
  if (!story) notFound()
  const [{ timezone, language }, threads, unread, text, schedules, hold] = await Promise.all([
    findSettings(),
    listThreads(actor, story.id),
    countUnread(actor),
    findOpening(actor, story.id, openingBlocks),
    findSchedules(actor, story.id),
    findClockHold(),
  ])
  const used = await listUsed(
    actor,
    story.id,
    mediaIdsOf({ main: story.main, body: text?.body ?? { type: 'doc', content: [] } }),
  )
  const sections = (await listSections()).map(({ id, slug, name }) => ({ id, slug, name }))
  const plans = plansProps(schedules, hold !== undefined, timezone)
  const paper = { timezone, language, now: Date.now(), nudged }
  const { report: led } = Led.parse(await searchParams)
  const report = led ? await findReportOf(actor, story.id, led) : undefined
  const props = storyProps(story, await findLiveContent(actor, story.id), plans, actor.id, report)
  return (
    <LibraryProvider id={story.id} find={findUsedAction} first={used}>
      <meta name="stet-person" content={actor.id} />
      <EditScreen
        story={props}
        threads={threads}
        unread={unread}
        choices={{ sections, people: await listNames() }}
        me={{ id: actor.id, name: actor.name, addsTopics: mayAddTopics(actor), breaks: mayBreak(actor) }}
        paper={paper}
        opening={
          text && {
            standfirst: text.standfirst,
            body: <Opening text={text} used={used} paper={paper} />,
            script: props.spiked || !(props.may.edit || props.may.suggest) ? undefined : await aheadScript(),
          }
        }
      />
    </LibraryProvider>
  )
}
