import { and, asc, eq } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'

import { lives } from '#lib/cli/lives'
import { db } from '#lib/db/client'
import { editMedia } from '#lib/media/commands/edit'
import { rebuildLive } from '#lib/publication/rebuild'
import { publications } from '#lib/publication/tables'
import { addSection, removeSection } from '#lib/section/commands'
import { liveFronts, liveMedia } from '#lib/site/tables'
import { putBack } from '#lib/story/commands/put-back'
import { removeStory } from '#lib/story/commands/remove'
import { withdrawStory } from '#lib/story/commands/withdraw'
import { deskForAll } from '#lib/testing/desk'
import { container, draft, front, slot } from '#lib/testing/fronts'
import { aPicture } from '#lib/testing/media'
import { when } from '#lib/testing/newsroom'
import { aStory, publishNow } from '#lib/testing/stories'
import { addTopic, mergeTopics, removeTopic } from '#lib/topic/commands'

import { findFront } from '../queries/front'
import { listFronts } from '../queries/list'
import { fronts } from '../tables'
import { publishFront, restoreFront } from './draft'
import { takeBackFront } from './take-back'

const desk = deskForAll()
afterAll(async () => {
  expect(await rebuildLive(lives, { check: true })).toEqual([])
})

const live = async (id: string) =>
  (await db.select({ containers: liveFronts.containers }).from(liveFronts).where(eq(liveFronts.subject, id)))[0]
const slots = async (id: string) => (await live(id))?.containers.flatMap((one) => one.slots)
const shows = async (media: string) => (await db.$count(liveMedia, eq(liveMedia.subject, media))) > 0
const acts = (id: string) =>
  db
    .select({ act: publications.act, by: publications.actorId })
    .from(publications)
    .where(and(eq(publications.kind, 'front'), eq(publications.subject, id)))
    .orderBy(asc(publications.seq))
const give = async (content: Parameters<typeof draft>[2], id = 'home', by = desk.sal) =>
  publishFront(by, id, { version: await draft(by, id, content) }, when)
const aLive = async (headline: string) => {
  const id = await aStory(desk.nadia, headline)
  await publishNow(desk.sal, id)
  return id
}

test('who does not make a front knows of none; whoever does opens what nobody has made from what readers get by rule', async () => {
  for (const actor of [desk.nadia, desk.kit]) expect(await findFront(actor, 'home')).toBeUndefined()
  expect(await findFront(desk.sal, 'section:sport')).toBeUndefined()
  expect(await findFront(desk.sal, 'section:nowhere')).toBeUndefined()
  expect(await findFront(desk.sal, 'topic:nowhere')).toBeUndefined()
  for (const id of ['', 'home:', 'home:x', 'section', 'page:x']) expect(await findFront(desk.petra, id)).toBeUndefined()
  expect(await findFront(desk.sal, 'section:river')).toMatchObject({
    ...{ name: 'river', path: '/river', version: 0, waiting: false, live: undefined, problems: [] },
    content: { containers: [{ kind: 'opener', source: { of: 'section', id: 'river' } }] },
  })
  await expect(publishFront(desk.nadia, 'home', { version: 0 })).rejects.toMatchObject({ reason: 'not-found' })
  await expect(publishFront(desk.sal, 'section:sport', { version: 0 })).rejects.toMatchObject({ reason: 'not-found' })
  expect((await listFronts(desk.sal)).map(({ id }) => id)).toEqual(['home', 'section:river', 'section:politics'])
  expect(await listFronts(desk.tom)).toEqual([])
})

test('readers get what was published, not what is drafted after', async () => {
  const story = await aLive('Gates close')
  const content = front(container('lead', [slot(story, { headline: 'Own words' })], { kind: 'lead' }))
  const version = await draft(desk.sal, 'home', content)
  expect(await live('home')).toBeUndefined()
  expect(await findFront(desk.sal, 'home')).toMatchObject({ waiting: true })
  await expect(publishFront(desk.sal, 'home', { version: version - 1 })).rejects.toMatchObject({ reason: 'conflict' })
  expect(await publishFront(desk.sal, 'home', { version }, when)).toMatchObject({ revision: 1, version })
  expect(await live('home')).toEqual(content)
  expect(await findFront(desk.sal, 'home')).toMatchObject({ waiting: false, live: { revision: 1, by: 'sal' } })
  await expect(publishFront(desk.sal, 'home', { version })).rejects.toThrow('Readers have all of this already.')
  await draft(desk.sal, 'home', front(container('lead', [], { kind: 'lead' })))
  expect(await live('home')).toEqual(content)
  expect(await findFront(desk.sal, 'home')).toMatchObject({ waiting: true })
})

test('taken back it is made by rule; the draft stays, and an earlier revision comes into it', async () => {
  const shown = (await findFront(desk.petra, 'home'))!
  await expect(takeBackFront(desk.petra, 'home', 0)).rejects.toMatchObject({ reason: 'conflict' })
  await takeBackFront(desk.petra, 'home', shown.live!.seq, when)
  expect(await live('home')).toBeUndefined()
  await expect(takeBackFront(desk.petra, 'home', shown.live!.seq)).rejects.toThrow('by rule already')
  const { version, content } = (await findFront(desk.petra, 'home'))!
  expect(content).toEqual(shown.content)
  await expect(restoreFront(desk.petra, 'home', 1, { version: version - 1 })).rejects.toMatchObject({
    reason: 'conflict',
  })
  await expect(restoreFront(desk.petra, 'home', 99, { version })).rejects.toMatchObject({ reason: 'not-found' })
  const restored = await restoreFront(desk.petra, 'home', 1, { version }, when)
  expect(restored.content.containers[0]?.slots[0]?.headline).toBe('Own words')
  expect(await restoreFront(desk.petra, 'home', 2, { version: restored.version }, when)).toMatchObject({ content })
  expect(await acts('home')).toEqual([
    { act: 'publish', by: 'sal' },
    { act: 'withdraw', by: 'petra' },
  ])
})

test('what it says and shows of a story comes and goes with the story, and with nothing of an act of anybody’s', async () => {
  const [story, media] = [await aStory(desk.nadia, 'Not yet'), await aPicture(desk.sal)]
  const said = slot(story, { headline: 'Secret', kicker: 'Hush', picture: media })
  await give(front(container('one', [said])))
  expect([await slots('home'), await shows(media)]).toEqual([[slot(story)], false])
  expect(await findFront(desk.sal, 'home')).toMatchObject({ waiting: false })
  await publishNow(desk.sal, story)
  expect([await slots('home'), await shows(media)]).toEqual([[said], true])
  await withdrawStory(desk.sal, story, '', 'wrong')
  expect([await slots('home'), await shows(media)]).toEqual([[slot(story)], false])
  await putBack(desk.sal, story)
  expect([await slots('home'), await shows(media)]).toEqual([[said], true])
  await removeStory(desk.petra, story)
  expect([await slots('home'), await shows(media)]).toEqual([[slot(story)], false])
})

test('readers have its pictures while it shows them; what may not be shown stops it', async () => {
  const [story, other] = [await aLive('One'), await aLive('Two')]
  const [media, unclear] = [
    await aPicture(desk.sal, { rights: 'one-time' }),
    await aPicture(desk.sal, { rights: 'unclear' }),
  ]
  await give(front(container('one', [slot(story, { picture: media })])))
  expect(await shows(media)).toBe(true)
  await give(front(container('one', [slot(other), slot(story, { picture: media })])))
  await expect(give(front(container('one', [slot(story, { picture: unclear })])))).rejects.toMatchObject({
    ...{ reason: 'rule', detail: { problems: [{ check: 'media-rights', container: 'one', place: 0 }] } },
  })
  expect(await shows(media)).toBe(true)
  await give(front(container('one', [slot(story)])))
  expect(await shows(media)).toBe(false)
})

test('a picture that a front is to show at its hour, or shows, is changed by editors alone', async () => {
  const [story, media] = [await aLive('Three'), await aPicture(desk.nadia)]
  await editMedia(desk.nadia, media, 1, { caption: 'Mine' })
  await give(front(container('one', [slot(story, { picture: media })])))
  await expect(editMedia(desk.nadia, media, 2, { caption: 'Still mine' })).rejects.toMatchObject({
    reason: 'forbidden',
  })
})

test('pins that have ended are let go at publication, in the draft too', async () => {
  const story = await aLive('Four')
  await give(front(container('one', [slot(story, { until: when.toISOString() })], { title: '' })))
  expect(await slots('home')).toEqual([])
  expect((await findFront(desk.sal, 'home'))?.content.containers[0]?.slots).toEqual([])
})

test('with its section or topic a front goes; a topic that another took over fills from that', async () => {
  const colour = 'river' as const
  const section = await addSection(desk.petra, { name: 'Mist', slug: '', colour }, when)
  const [from, into] = [await addTopic(desk.sal, 'Hinges'), await addTopic(desk.sal, 'Gates')]
  const filled = (id: string) => front(container('one', [], { source: { of: 'topic', id } }))
  for (const id of [`section:${section}`, `topic:${from}`]) await give(filled(from), id, desk.petra)
  await give(filled(from))
  await mergeTopics(desk.sal, from, into, when)
  expect((await live('home'))?.containers[0]?.source).toEqual({ of: 'topic', id: into })
  expect((await findFront(desk.sal, 'home'))?.content).toEqual(filled(into))
  expect(await live(`topic:${from}`)).toBeUndefined()
  await removeSection(desk.petra, section, when)
  expect([await live(`section:${section}`), await db.$count(fronts, eq(fronts.id, `section:${section}`))]).toEqual([
    ...[undefined, 0],
  ])
  await removeTopic(desk.sal, into, when)
  expect(await findFront(desk.sal, 'home')).toMatchObject({ problems: [{ check: 'source', level: 'must' }] })
})
