import { and, desc, eq, inArray } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'

import { lives } from '#lib/cli/lives'
import { db } from '#lib/db/client'
import { removeSearch } from '#lib/db/search'
import { isRefusal } from '#lib/errors'
import { liveCorrections, liveStories, liveVersions } from '#lib/site/tables'
import { setFields } from '#lib/story/commands/fields'
import { publishStory } from '#lib/story/commands/publish'
import { removeStory } from '#lib/story/commands/remove'
import { setTopics } from '#lib/story/commands/topics'
import { closeVersion, openVersion } from '#lib/story/commands/versions'
import { withdrawStory } from '#lib/story/commands/withdraw'
import { loadStory } from '#lib/story/queries/load'
import { deskForAll } from '#lib/testing/desk'
import { when } from '#lib/testing/newsroom'
import { aStory, publishNow, retype, seenNow } from '#lib/testing/stories'
import { addTopic, mergeTopics, renameTopic } from '#lib/topic/commands'
import { listTopics } from '#lib/topic/queries'

import { rebuildLive } from './rebuild'
import { publications } from './tables'

const desk = deskForAll()

const verbs = [
  'publish',
  'reword',
  'retype',
  'fix-typo',
  'correct',
  'close',
  'open',
  'rename',
  'section',
  'tag',
  'withdraw',
  'remove',
  'rename-topic',
  'merge',
] as const
type Step = { verb: (typeof verbs)[number]; on: number; to: number }

/** Some steps are refused, as they would be for an editor; what they leave must be nothing. */
async function take({ verb, on, to }: Step, stories: string[], topics: string[], now: Date) {
  const { petra } = desk
  const id = stories[on]!
  switch (verb) {
    case 'publish':
      return publishNow(petra, id, now)
    case 'reword':
      return setFields(petra, id, (await loadStory(db, id)).version, { dateline: `Place ${to}` }, now)
    case 'retype':
      return retype(id, petra, { headline: `Headline ${to}`, standfirst: `At ${now.getTime()}.` }, now)
    case 'fix-typo':
      return publishStory(petra, id, await seenNow(id), { change: 'typo' }, now)
    case 'correct':
      return publishStory(petra, id, await seenNow(id), { change: 'correction', note: `Not ${to}.`, place: 'top' }, now)
    case 'close':
      return closeVersion(petra, id, to + 1, 'privacy', now)
    case 'open':
      return openVersion(petra, id, to + 1, now)
    case 'rename':
      return setFields(petra, id, (await loadStory(db, id)).version, { slug: `slug-${to}` }, now)
    case 'section':
      return setFields(
        petra,
        id,
        (await loadStory(db, id)).version,
        { sectionId: ['river', 'politics', 'sport'][to]! },
        now,
      )
    case 'tag':
      return setTopics(petra, id, (await loadStory(db, id)).version, topics.slice(0, to), now)
    case 'withdraw':
      return withdrawStory(petra, id, 'It was wrong.', 'wrong', now)
    case 'remove':
      await removeStory(petra, id, now)
      stories[on] = await aStory(petra, 'Again', {}, now)
      return
    case 'rename-topic': {
      const topic = (await listTopics()).find((one) => one.id === topics[to])
      return topic && renameTopic(petra, topic.id, topic.version, `Topic ${now.getTime()}`, now)
    }
    case 'merge':
      return mergeTopics(petra, topics[on]!, topics[to]!, now)
  }
}

const shownRevision = async (id: string) =>
  (await db.select({ is: liveStories.revision }).from(liveStories).where(eq(liveStories.subject, id)))[0]?.is

/** What the story's last act that shows it or takes it away has left. */
async function effectiveRevision(id: string) {
  const [last] = await db
    .select({ is: publications.revision })
    .from(publications)
    .where(and(eq(publications.subject, id), inArray(publications.act, ['publish', 'update', 'withdraw'])))
    .orderBy(desc(publications.seq))
    .limit(1)
  return last?.is ?? undefined
}

test('whatever editors do, the live rows are those that the log gives', async () => {
  const step = fc.record({ verb: fc.constantFrom(...verbs), on: fc.nat({ max: 2 }), to: fc.nat({ max: 2 }) })
  let turn = 0
  const property = fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 35 }), async (steps) => {
    const at = () => new Date(when.getTime() + ++turn)
    const topics = [
      await addTopic(desk.petra, `A ${turn}`),
      await addTopic(desk.petra, `B ${turn}`),
      await addTopic(desk.petra, `C ${turn}`),
    ]
    const stories = [
      await aStory(desk.petra, 'One', {}, at()),
      await aStory(desk.petra, 'Two', {}, at()),
      await aStory(desk.petra, 'Three', {}, at()),
    ]
    for (const one of steps)
      await take(one, stories, topics, at()).catch((error) => {
        if (!isRefusal(error)) throw error
      })
    expect(await rebuildLive(lives, { check: true })).toEqual([])
    for (const id of stories) expect(await shownRevision(id)).toBe(await effectiveRevision(id))
    for (const id of stories) await removeStory(desk.petra, id, at())
    expect((await db.$count(liveStories)) + (await db.$count(liveVersions)) + (await db.$count(liveCorrections))).toBe(
      0,
    )
  })
  await fc.assert(property, { numRuns: 15 })
  expect(await rebuildLive(lives, { check: true })).toEqual([])
}, 120_000)

test('a live row that the log does not give is found, and a rebuild mends it', async () => {
  const id = await aStory(desk.petra, 'Tampered')
  await publishNow(desk.petra, id)
  await db.write((tx) => tx.update(liveStories).set({ headline: 'Forged' }))
  expect(await rebuildLive(lives, { check: true })).toMatchObject([
    {
      table: 'live_stories',
      missing: [expect.stringContaining('Tampered')],
      surplus: [expect.stringContaining('Forged')],
    },
  ])
  await rebuildLive(lives, { check: false })
  expect(await rebuildLive(lives, { check: true })).toEqual([])
})

test('a story that search has lost is found missing', async () => {
  const id = await aStory(desk.petra, 'Unfindable')
  await publishNow(desk.petra, id)
  await db.write(async (tx) => {
    const [row] = await tx.select({ id: liveStories.id }).from(liveStories).where(eq(liveStories.subject, id))
    await removeSearch(tx, row!.id)
  })
  expect(await rebuildLive(lives, { check: true })).toMatchObject([{ table: 'live_search', surplus: [] }])
  await rebuildLive(lives, { check: false })
  expect(await rebuildLive(lives, { check: true })).toEqual([])
})
