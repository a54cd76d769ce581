import { asc, eq } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'

import { lives } from '#lib/cli/lives'
import { db } from '#lib/db/client'
import { jobs } from '#lib/jobs/tables'
import { rebuildLive } from '#lib/publication/rebuild'
import { publications, revisions } from '#lib/publication/tables'
import { liveMedia } from '#lib/site/tables'
import { setFields } from '#lib/story/commands/fields'
import { putBack } from '#lib/story/commands/put-back'
import { removeStory } from '#lib/story/commands/remove'
import { scheduleStory } from '#lib/story/commands/schedule'
import { withdrawStory } from '#lib/story/commands/withdraw'
import type { Image } from '#lib/story/document/nodes'
import { loadStory } from '#lib/story/queries/load'
import { aClip, anImage, aUse } from '#lib/testing/blocks'
import { deskForAll } from '#lib/testing/desk'
import { aPicture } from '#lib/testing/media'
import { when } from '#lib/testing/newsroom'
import { aDocument, aStory, publishNow, retype, seenNow } from '#lib/testing/stories'

import { findMedia } from '../queries/find'
import { listUses } from '../queries/uses'
import { media } from '../tables'
import { cutMedia, editMany, editMedia } from './edit'
import { clearMedia, removeMedia, withholdMedia } from './withhold'

const desk = deskForAll()
afterAll(async () => {
  expect(await rebuildLive(lives, { check: true })).toEqual([])
})

const later = (days: number) => new Date(when.getTime() + days * 86_400_000)
const bodyWith = (...images: Image[]) => {
  const { body } = aDocument('', 'The river rose.')
  return { body: { ...body, content: [...body.content, ...images] } }
}
const live = async (id: string) => (await db.select().from(liveMedia).where(eq(liveMedia.subject, id)))[0]
const actsOn = async (id: string) =>
  (
    await db
      .select({ act: publications.act })
      .from(publications)
      .where(eq(publications.subject, id))
      .orderBy(asc(publications.seq))
  ).map(({ act }) => act)

test('readers have a picture from the moment a story shows it until none does', async () => {
  const [inMain, inText] = [await aPicture(desk.nadia), await aPicture(desk.nadia)]
  const one = await aStory(desk.nadia, 'Gates close', { main: aUse(inMain) })
  const two = await aStory(desk.nadia, 'Gates open')
  for (const id of [one, two]) await retype(id, desk.nadia, bodyWith(anImage(inText)))
  expect([await live(inMain), await live(inText)]).toEqual([undefined, undefined])
  await publishNow(desk.sal, one)
  await publishNow(desk.sal, two)
  expect(await live(inMain)).toMatchObject({ alt: 'A gate', credit: 'N. Orrell', width: 2560, colour: '#336699' })
  expect(await live(inText)).toBeDefined()
  await withdrawStory(desk.sal, one, '', 'wrong')
  expect([await live(inMain), Boolean(await live(inText))]).toEqual([undefined, true])
  await putBack(desk.sal, one)
  expect(await live(inMain)).toBeDefined()
  await removeStory(desk.petra, one)
  await retype(two, desk.nadia, bodyWith())
  expect(await live(inText)).toBeDefined()
  await publishNow(desk.sal, two)
  expect([await live(inMain), await live(inText)]).toEqual([undefined, undefined])
  expect(await actsOn(inMain)).toEqual(['publish', 'withdraw', 'publish', 'withdraw'])
})

test('a main picture that is a film’s poster, too, goes with both', async () => {
  const poster = await aPicture(desk.nadia)
  const film = await aPicture(desk.nadia, { kind: 'video', poster })
  const story = await aStory(desk.nadia, 'Film', { main: aUse(poster) })
  const { body } = aDocument('', 'It runs.')
  await retype(story, desk.nadia, { body: { ...body, content: [...body.content, aClip(film)] } })
  await publishNow(desk.sal, story)
  expect([Boolean(await live(poster)), Boolean(await live(film))]).toEqual([true, true])
  await withdrawStory(desk.sal, story, '', 'wrong')
  expect([await live(poster), await live(film)]).toEqual([undefined, undefined])
})

test('what is mended in the library is mended for readers at once; a draft changes nothing for them', async () => {
  const id = await aPicture(desk.nadia)
  const story = await aStory(desk.nadia, 'Locks', { main: aUse(id) })
  expect(await editMedia(desk.nadia, id, 1, { caption: 'Before' })).toBe(2)
  await publishNow(desk.sal, story)
  await expect(editMedia(desk.nadia, id, 2, { caption: 'Lock four' })).rejects.toMatchObject({ reason: 'forbidden' })
  await editMedia(desk.sal, id, 2, { caption: 'Lock four', keywords: ['Locks', 'locks'] })
  expect(await live(id)).toMatchObject({ caption: 'Lock four' })
  await expect(editMedia(desk.petra, id, 2, { caption: 'Lost' })).rejects.toMatchObject({
    reason: 'conflict',
    detail: { version: 3, theirs: { caption: 'Lock four' } },
  })
  const former = (await live(id))!
  await cutMedia(desk.sal, id, 3, { focus: { x: 0.9, y: 0.5 } })
  const crops = (await live(id))!.formerly.crops
  expect(Object.values(crops).sort()).toEqual(['1:1', '4:3', '4:5'])
  expect(former.formerly).toEqual({ hashes: [], crops: {} })
})

test('what was not cleared, has no alt text, or may be shown no longer goes into no publication', async () => {
  const refused = async (change: Parameters<typeof aPicture>[1]) => {
    const story = await aStory(desk.nadia, 'Weir', { main: aUse(await aPicture(desk.nadia, change)) })
    return publishNow(desk.sal, story).then(
      () => 'published',
      (error) => error.message,
    )
  }
  expect(await refused({ rights: 'unclear' })).toContain('The main picture is not cleared')
  expect(await refused({ alt: '' })).toContain('has no alt text')
  expect(await refused({ expiresAt: later(-1) })).toContain('may be shown no longer')
  expect(await refused({ alt: '', decorative: true, expiresAt: later(30) })).toBe('published')
})

test('a picture for one use goes into one story', async () => {
  const id = await aPicture(desk.nadia, { rights: 'one-time' })
  const [one, two] = [
    await aStory(desk.nadia, 'Once', { main: aUse(id) }),
    await aStory(desk.nadia, 'Twice', { main: aUse(id) }),
  ]
  await publishNow(desk.sal, one)
  await expect(publishNow(desk.sal, two)).rejects.toThrow('one use')
  await withdrawStory(desk.sal, one, '', 'wrong')
  await publishNow(desk.sal, two)
})

test('taken from readers by hand it is nowhere, until it is cleared; live it is not deleted', async () => {
  const id = await aPicture(desk.nadia)
  const story = await aStory(desk.nadia, 'Mill', { main: aUse(id) })
  await publishNow(desk.sal, story)
  await expect(removeMedia(desk.sal, id)).rejects.toMatchObject({ reason: 'rule' })
  await expect(withholdMedia(desk.nadia, id)).rejects.toMatchObject({ reason: 'forbidden' })
  await withholdMedia(desk.sal, id)
  expect(await live(id)).toBeUndefined()
  await clearMedia(desk.sal, id)
  expect(await live(id)).toBeDefined()
  await withholdMedia(desk.sal, id)
  await removeMedia(desk.sal, id)
  const { main: left, version } = await loadStory(db, story)
  expect(left?.media).toBe(id)
  await setFields(desk.sal, story, version, { main: null })
})

test('what was removed is nowhere, not among what was kept of it either; only the log and the audit know of it', async () => {
  const id = await aPicture(desk.nadia, { expiresAt: later(30), onExpiry: 'withdraw' })
  const story = await aStory(desk.nadia, 'Lock', { main: aUse(id) })
  await publishNow(desk.sal, story)
  const seen = (await db.select({ version: media.version }).from(media).where(eq(media.id, id)))[0]!.version
  await editMedia(desk.sal, id, seen, { expiresAt: later(20) })
  await removeStory(desk.petra, story)
  await removeMedia(desk.sal, id)
  expect(await actsOn(id)).toEqual(['publish', 'update', 'withdraw', 'remove'])
  expect(await db.$count(revisions, eq(revisions.subject, id))).toBe(0)
  const open = await db.select({ dedupe: jobs.dedupe }).from(jobs)
  expect(open.map(({ dedupe }) => dedupe)).not.toContain(`expire-media:${id}`)
})

test('uses are told: what one may read by name, the rest counted', async () => {
  const id = await aPicture(desk.nadia)
  const draft = await aStory(desk.nadia, 'Draft', { main: aUse(id) })
  const shown = await aStory(desk.nadia, 'Shown', { main: aUse(id) })
  await publishNow(desk.sal, shown)
  expect(await listUses(desk.sal, id)).toMatchObject({ hidden: 0, faces: [], films: 0 })
  expect((await listUses(desk.sal, id)).stories).toEqual(
    expect.arrayContaining([
      { story: draft, headline: 'Draft', path: null, inDraft: true, isLive: false },
      { story: shown, headline: 'Shown', path: '/river/shown', inDraft: true, isLive: true },
    ]),
  )
  const { stories, hidden } = await listUses(desk.tom, id)
  expect([stories.map(({ story }) => story), hidden]).toEqual([[shown], 1])
})

test('many are changed at once, and get keywords beside their own; those that cannot be changed say why', async () => {
  const [mine, hers, full] = [
    await aPicture(desk.tom, { keywords: ['Old', 'gates'] }),
    await aPicture(desk.nadia),
    await aPicture(desk.tom, { keywords: Array.from({ length: 50 }, (_, i) => `word ${i}`) }),
  ]
  const change = { credit: 'T.', keywords: ['New', 'Gates'] }
  expect(await editMany(desk.tom, [mine, hers, full, 'nothing'], change)).toEqual([
    { id: mine },
    { id: hers, message: expect.stringContaining('Only who put it here') },
    { id: full, message: 'At most 50 keywords.' },
    { id: 'nothing', message: expect.stringContaining('not found') },
  ])
  expect(await findMedia(desk.tom, mine)).toMatchObject({ credit: 'T.', keywords: ['Old', 'Gates', 'New'] })
  expect(await findMedia(desk.tom, full)).toMatchObject({ credit: 'N. Orrell', version: 1 })
})

test('what an editor has let through for an hour to come is changed by editors alone', async () => {
  const id = await aPicture(desk.nadia)
  const story = await aStory(desk.nadia, 'Gates at six', { main: aUse(id) })
  await editMedia(desk.nadia, id, 1, { caption: 'Gate five' })
  await scheduleStory(desk.sal, story, await seenNow(story), { at: later(1) }, when)
  await setFields(desk.nadia, story, (await loadStory(db, story)).version, { main: null }, when)
  await expect(editMedia(desk.nadia, id, 2, { caption: 'Another' })).rejects.toMatchObject({ reason: 'forbidden' })
  expect((await findMedia(desk.nadia, id))?.mayEdit).toBe(false)
  expect(await editMedia(desk.sal, id, 2, { caption: 'Gate six' })).toBe(3)
})

test('so is the poster of a film that waits for its hour', async () => {
  const [film, poster] = [await aPicture(desk.nadia), await aPicture(desk.nadia)]
  await db.write(async (tx) => void (await tx.update(media).set({ kind: 'video', poster }).where(eq(media.id, film))))
  const story = await aStory(desk.nadia, 'Gates at seven', { main: aUse(film) })
  expect((await findMedia(desk.nadia, poster))?.mayEdit).toBe(true)
  await scheduleStory(desk.sal, story, await seenNow(story), { at: later(1) }, when)
  await expect(editMedia(desk.nadia, poster, 1, { caption: 'Another' })).rejects.toMatchObject({ reason: 'forbidden' })
})
