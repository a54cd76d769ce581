import { asc, eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'

import { audit } from '#lib/audit/tables'
import { lives } from '#lib/cli/lives'
import { db } from '#lib/db/client'
import { rebuildLive } from '#lib/publication/rebuild'
import { liveCorrections, liveStories, liveVersions } from '#lib/site/tables'
import { deskForAll } from '#lib/testing/desk'
import { when } from '#lib/testing/newsroom'
import { aStory, publishNow, retype, seenNow } from '#lib/testing/stories'

import { setFields } from './fields'
import { publishStory } from './publish'
import { closeVersion, openVersion } from './versions'
import { withdrawStory } from './withdraw'

const desk = deskForAll()
afterAll(async () => {
  expect(await rebuildLive(lives, { check: true })).toEqual([])
})

const later = (minutes: number) => new Date(when.getTime() + minutes * 60_000)

/** A story that readers have had since 0. */
async function published(headline: string) {
  const id = await aStory(desk.nadia, headline)
  await publishNow(desk.sal, id, later(0))
  return id
}

const reword = (id: string, headline: string) => retype(id, desk.nadia, { headline })

const publishAs = async (id: string, told: Parameters<typeof publishStory>[3], minute: number) =>
  publishStory(desk.sal, id, await seenNow(id), told, later(minute))

const versions = (id: string) =>
  db
    .select({
      number: liveVersions.number,
      headline: liveVersions.headline,
      change: liveVersions.change,
      closed: liveVersions.closed,
    })
    .from(liveVersions)
    .where(eq(liveVersions.subject, id))
    .orderBy(asc(liveVersions.number))
const corrections = (id: string) =>
  db
    .select({
      kind: liveCorrections.kind,
      note: liveCorrections.note,
      place: liveCorrections.place,
      at: liveCorrections.at,
    })
    .from(liveCorrections)
    .where(eq(liveCorrections.subject, id))
const times = async (id: string) =>
  (
    await db
      .select({ published: liveStories.publishedAt, updated: liveStories.updatedAt })
      .from(liveStories)
      .where(eq(liveStories.subject, id))
  )[0]

describe('an update of a live story', () => {
  test('is of a kind: without one it is refused, and readers keep what they have', async () => {
    const id = await published('Kinds')
    await reword(id, 'Kinds of update')
    await expect(publishAs(id, {}, 1)).rejects.toMatchObject({
      reason: 'invalid',
      fields: { change: expect.anything() },
    })
    expect(await versions(id)).toHaveLength(1)
    expect(await publishAs(id, { change: 'typo' }, 2)).toMatchObject({ act: 'update' })
    expect(await times(id)).toEqual({ published: later(0), updated: later(0) })
    expect(await versions(id)).toEqual([{ number: 1, headline: 'Kinds of update', change: null, closed: false }])
  })

  test('that tags or moves it needs none', async () => {
    const id = await published('Retagged')
    await setFields(desk.sal, id, 1, { slug: 'retagged-2' })
    await publishAs(id, {}, 1)
    expect(await times(id)).toEqual({ published: later(0), updated: later(0) })
  })

  test('that corrects it tells readers what was wrong; a withdrawal takes that away, and it comes back with the story', async () => {
    const id = await published('Fifty-one pages')
    await reword(id, 'Sixty-one pages')
    await publishAs(id, { change: 'correction', note: 'It was given 61 pages, not 51.', place: 'top' }, 1)
    const told = [{ kind: 'correction', note: 'It was given 61 pages, not 51.', place: 'top', at: later(1) }]
    expect(await corrections(id)).toEqual(told)
    expect(await times(id)).toEqual({ published: later(0), updated: later(1) })
    await withdrawStory(desk.sal, id, '', 'wrong', later(2))
    expect([...(await corrections(id)), ...(await versions(id))]).toEqual([])
    await publishAs(id, {}, 3)
    expect(await corrections(id)).toEqual(told)
    expect(await times(id)).toEqual({ published: later(0), updated: later(1) })
    await withdrawStory(desk.sal, id, '', 'wrong', later(4))
    await publishAs(id, { change: 'clarification', note: 'Both sides were given it.' }, 5)
    expect(await corrections(id)).toEqual([
      ...told,
      { kind: 'clarification', note: 'Both sides were given it.', place: 'end', at: later(5) },
    ])
  })

  test('may tell readers of what was put right before', async () => {
    const id = await published('Put right')
    await expect(publishAs(id, {}, 1)).rejects.toThrow('Readers have all of this already.')
    await publishAs(id, { change: 'correction', note: 'The name was wrong.' }, 2)
    expect(await corrections(id)).toHaveLength(1)
  })
})

describe('a version that readers had', () => {
  test('is closed by who may publish, with a reason that the audit alone keeps; opened, it says what it said last', async () => {
    const id = await published('Name of a witnes')
    await reword(id, 'Name of a witness')
    await publishAs(id, { change: 'typo' }, 1)
    await reword(id, 'A witness')
    await publishAs(id, { change: 'update' }, 2)
    await expect(closeVersion(desk.nadia, id, 1, 'privacy')).rejects.toMatchObject({ reason: 'forbidden' })
    await expect(closeVersion(desk.sal, id, 3, 'privacy')).rejects.toMatchObject({ reason: 'not-found' })
    await closeVersion(desk.sal, id, 1, 'privacy', later(3))
    expect(await versions(id)).toMatchObject([
      { headline: '', closed: true },
      { headline: 'A witness', closed: false },
    ])
    const [entry] = await db.select({ detail: audit.detail }).from(audit).where(eq(audit.act, 'close-version-reason'))
    expect(JSON.parse(entry!.detail)).toMatchObject({ version: 1, reason: 'privacy' })
    await expect(closeVersion(desk.sal, id, 1, 'privacy')).rejects.toThrow('closed already')
    await expect(openVersion(desk.sal, id, 2)).rejects.toThrow('not closed')
    await openVersion(desk.sal, id, 1, later(4))
    expect(await versions(id)).toMatchObject([{ headline: 'Name of a witness', closed: false }, {}])
    expect(await times(id)).toEqual({ published: later(0), updated: later(2) })
  })

  test('is not closed while readers read it', async () => {
    const id = await published('What they read now')
    await expect(closeVersion(desk.sal, id, 1, 'legal')).rejects.toThrow('withdraw the story')
  })
})
