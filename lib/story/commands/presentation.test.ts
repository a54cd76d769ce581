import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { db } from '#lib/db/client'
import { publications } from '#lib/publication/tables'
import { liveStories } from '#lib/site/tables'
import { deskForAll } from '#lib/testing/desk'
import { when } from '#lib/testing/newsroom'
import { aStory, publishNow } from '#lib/testing/stories'

import { type Presentation, plain } from '../presentation'
import { loadStory } from '../queries/load'
import { listRevisions, readRevision } from '../queries/revisions'
import { findStory } from '../queries/story'
import { setFields } from './fields'
import { removeStory } from './remove'
import { restoreRevision } from './restore'

const desk = deskForAll()

const set = async (id: string, wanted: Partial<Presentation>) =>
  setFields(desk.sal, id, (await loadStory(db, id)).version, wanted)
const liveOf = async (id: string) => (await db.select().from(liveStories).where(eq(liveStories.subject, id)))[0]

test('readers have it with the next publication, and no sooner', async () => {
  const id = await aStory(desk.nadia, 'Gates to close')
  const other = await aStory(desk.nadia, 'Gates opened')
  await publishNow(desk.sal, id)
  expect(await liveOf(id)).toMatchObject(plain)
  const given = { kicker: 'Analysis', layout: 'feature', sponsor: 'Harl Ferries', machine: 'both' } as const
  const wanted = { ...given, related: [other], language: 'cy', original: other }
  await set(id, wanted)
  expect(await liveOf(id)).toMatchObject(plain)
  await publishNow(desk.sal, id)
  expect(await liveOf(id)).toMatchObject(wanted)
})

test('a translation leaves the pages of its original, when it comes and when it is none any more', async () => {
  const original = await aStory(desk.nadia, 'High tide')
  const id = await aStory(desk.nadia, 'Penllanw')
  await set(id, { language: 'cy', original })
  await publishNow(desk.sal, id)
  await set(id, { original: '' })
  await publishNow(desk.sal, id)
  const acts = await db.select({ keys: publications.keys }).from(publications).where(eq(publications.subject, id))
  expect(acts.map(({ keys }) => keys.includes(`story:${original}`))).toEqual([true, true])
})

test('it is kept in revisions and comes back from them, without stories that are gone', async () => {
  const id = await aStory(desk.nadia, 'Weir raised')
  const [stays, goes] = [await aStory(desk.nadia, 'Weir lowered'), await aStory(desk.nadia, 'Weir sold')]
  await set(id, { kicker: 'River', related: [goes, stays], original: goes })
  await publishNow(desk.sal, id)
  await set(id, { ...plain })
  await publishNow(desk.sal, id)
  const [, first] = (await listRevisions(desk.sal, id)).revisions.filter(({ why }) => why === 'published')
  const { names } = await readRevision(desk.sal, id, first!.number)
  expect([names.get(goes), names.get(stays)]).toEqual(['Weir sold', 'Weir lowered'])
  await removeStory(null, goes)
  const { version } = await loadStory(db, id)
  const fields = ['kicker', 'related', 'original'] as const
  await restoreRevision(desk.sal, id, first!.number, { text: false, fields: [...fields], version })
  expect(await loadStory(db, id)).toMatchObject({ kicker: 'River', related: [stays], original: '' })
  expect((await findStory(desk.sal, id))?.related).toEqual([{ id: stays, name: 'Weir lowered' }])
})

test('a story leads to what its editor may read or readers have; to no translation of another', async () => {
  const hidden = await aStory(desk.tom, 'Budget vote', { sectionId: 'politics' })
  const id = await aStory(desk.nadia, 'Ferry vote')
  const write = async (wanted: Partial<Presentation>) =>
    setFields(desk.nadia, id, (await loadStory(db, id)).version, wanted)
  const refused = (field: string) => ({ reason: 'invalid', fields: { [field]: expect.any(String) } })
  await expect(write({ related: ['nothing'] })).rejects.toMatchObject(refused('related'))
  await expect(write({ related: [hidden] })).rejects.toMatchObject(refused('related'))
  await expect(write({ original: hidden })).rejects.toMatchObject(refused('original'))
  await publishNow(desk.sal, hidden)
  await write({ related: [hidden], original: hidden })
  // What stands there is not asked for again.
  await write({ related: [hidden], kicker: 'Ferries' })
  const third = await aStory(desk.nadia, 'Pleidlais y fferi')
  await expect(set(third, { original: id })).rejects.toMatchObject(refused('original'))
  await expect(set(hidden, { original: third })).rejects.toMatchObject(refused('original'))
})

test('what was typed too long says which field and why, and nothing is written', async () => {
  const id = await aStory(desk.nadia, 'Long words', {}, when)
  await expect(set(id, { kicker: 'x'.repeat(61), dateline: 'Harl' } as never)).rejects.toMatchObject({
    reason: 'invalid',
    fields: { kicker: 'A kicker has 60 characters at most.' },
  })
  expect(await loadStory(db, id)).toMatchObject({ kicker: '', dateline: '' })
})
