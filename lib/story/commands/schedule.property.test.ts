import { asc, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'

import { lives } from '#lib/cli/lives'
import { db } from '#lib/db/client'
import { isRefusal } from '#lib/errors'
import { storiesDue as runNext } from '#lib/jobs/handlers/due'
import { rebuildLive } from '#lib/publication/rebuild'
import { publications } from '#lib/publication/tables'
import { liveStories } from '#lib/site/tables'
import { deskForAll } from '#lib/testing/desk'
import { when } from '#lib/testing/newsroom'
import { aStory, publishNow, seenNow } from '#lib/testing/stories'

import { loadStory } from '../queries/load'
import { liftEmbargo, setEmbargo } from './embargo'
import { scheduleExpiry } from './expiry'
import { setFields } from './fields'
import { putBack } from './put-back'
import { removeStory } from './remove'
import { reschedule, unschedule } from './reschedule'
import { scheduleStory } from './schedule'
import { withdrawStory } from './withdraw'

const desk = deskForAll()

const verbs = [
  ...['edit', 'publish', 'schedule', 'instead', 'reschedule', 'unschedule', 'embargo', 'lift'],
  ...['expire', 'withdraw', 'put-back', 'pass', 'pass', 'pass'],
] as const
type Step = { verb: (typeof verbs)[number]; on: number; minutes: number }

/** What a story should be: readers have it by its dateline. */
type Story = {
  id: string
  copy: string
  live?: string
  /** What they had last. */
  had?: string
  publish?: { id: string; at: number; text: string }
  expiry?: { id: string; at: number }
  embargo?: number
  acts: { act: string; at: number }[]
}

const minute = 60_000
let now = when.getTime()
const date = (at = now) => new Date(at)

function show(story: Story, text: string) {
  story.acts.push({ act: story.live === undefined ? 'publish' : 'update', at: now })
  story.live = text
  story.had = text
}

function takeAway(story: Story) {
  story.acts.push({ act: 'withdraw', at: now })
  story.live = undefined
}

/** One step, as an editor takes it; refused, it leaves nothing, and so the story as it should be stays as it is. */
async function take(story: Story, { verb, minutes }: Step): Promise<void> {
  const { sal } = desk
  const { id, publish, expiry } = story
  const at = now + minutes * minute
  switch (verb) {
    case 'edit': {
      const copy = `Place ${minutes}`
      await setFields(sal, id, (await loadStory(db, id)).version, { dateline: copy }, date())
      story.copy = copy
      return
    }
    case 'publish':
      await publishNow(sal, id, date())
      expect(story.embargo === undefined || story.embargo <= now).toBe(true)
      show(story, story.copy)
      story.publish = undefined
      return
    case 'schedule':
    case 'instead': {
      const told = { at: date(at), change: 'update' as const, instead: verb === 'instead' ? publish?.id : undefined }
      const made = await scheduleStory(sal, id, await seenNow(id), told, date())
      expect(at >= (story.embargo ?? 0) && at < (expiry?.at ?? Number.POSITIVE_INFINITY)).toBe(true)
      story.publish = { id: made.id, at, text: story.copy }
      return
    }
    case 'reschedule': {
      const plan = publish ?? expiry
      if (!plan) return
      const moved = { ...plan, id: await reschedule(sal, plan.id, date(at), date()), at }
      if (publish) story.publish = moved as typeof publish
      else story.expiry = moved
      return
    }
    case 'unschedule': {
      if (!publish) return
      await unschedule(sal, publish.id, date())
      story.publish = undefined
      if (story.live === undefined) story.expiry = undefined
      return
    }
    case 'embargo':
      await setEmbargo(sal, id, { until: date(at), why: 'The court’s' }, date())
      story.embargo = at
      return
    case 'lift':
      await liftEmbargo(sal, id, date())
      story.embargo = undefined
      return
    case 'expire':
      story.expiry = { id: await scheduleExpiry(sal, id, date(at), date()), at }
      return
    case 'withdraw':
      await withdrawStory(sal, id, '', 'wrong', date())
      takeAway(story)
      story.publish = undefined
      story.expiry = undefined
      return
    case 'put-back':
      await putBack(sal, id, date())
      expect(story.live).toBeUndefined()
      show(story, story.had!)
      return
  }
}

/** Time goes by, with nobody there; then two processes look at once. What is due should have happened in its order. */
async function pass(stories: Story[], minutes: number): Promise<void> {
  now += minutes * minute
  const due = stories
    .flatMap((story) => [
      ...(story.publish ? [{ story, ...story.publish, expires: false }] : []),
      ...(story.expiry ? [{ story, ...story.expiry, text: '', expires: true }] : []),
    ])
    .filter(({ at }) => at <= now)
    .sort((a, b) => a.at - b.at)
  for (const { story, text, expires } of due) {
    if (!expires) story.publish = undefined
    else story.expiry = undefined
    if (expires && story.live !== undefined) takeAway(story)
    // What readers have already, as it was put back, they are not given again.
    else if (!expires && story.live !== text) show(story, text)
  }
  const drain = async () => {
    while (await runNext(date()));
  }
  await Promise.all([drain(), drain()])
}

async function isAsItShould(story: Story): Promise<void> {
  const [live] = await db
    .select({ dateline: liveStories.dateline })
    .from(liveStories)
    .where(eq(liveStories.subject, story.id))
  expect(live?.dateline).toBe(story.live)
  const acts = await db
    .select({ act: publications.act, at: publications.at })
    .from(publications)
    .where(eq(publications.subject, story.id))
    .orderBy(asc(publications.seq))
  expect(acts.map(({ act, at }) => ({ act, at: at.getTime() }))).toEqual(story.acts)
}

test('whatever editors do and however time goes by, readers have the latest act: none early, none twice, none missed', async () => {
  const step = fc.record({
    verb: fc.constantFrom(...verbs),
    on: fc.nat({ max: 1 }),
    minutes: fc.integer({ min: 1, max: 9 }),
  })
  const property = fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), async (steps) => {
    const stories: Story[] = []
    for (const headline of ['One', 'Two'])
      stories.push({
        id: await aStory(desk.nadia, headline, { dateline: 'Place 0' }, date()),
        copy: 'Place 0',
        acts: [],
      })
    for (const one of [...steps, { verb: 'pass' as const, on: 0, minutes: 20 }]) {
      now += 1
      if (one.verb === 'pass') await pass(stories, one.minutes)
      else
        await take(stories[one.on]!, one).catch((error) => {
          if (!isRefusal(error)) throw error
        })
      for (const story of stories) await isAsItShould(story)
    }
    expect(await rebuildLive(lives, { check: true })).toEqual([])
    for (const { id } of stories) await removeStory(desk.petra, id, date())
  })
  await fc.assert(property, { numRuns: 40, interruptAfterTimeLimit: 90_000, markInterruptAsFailure: true })
}, 120_000)
