import { and, desc, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'

import { audit } from '#lib/audit/tables'
import { db } from '#lib/db/client'
import { publications } from '#lib/publication/tables'
import { deskForAll } from '#lib/testing/desk'
import { when } from '#lib/testing/newsroom'
import { aDocument, aStory, paragraph, publishNow, retype, seenNow } from '#lib/testing/stories'

import { tickEcho, untickEcho } from '../commands/echoes'
import { publishStory } from '../commands/publish'
import { findEchoes } from './echoes'

const wrong = 'The committee sat on Tuesday. Members were given 51 pages by the clerk before noon.'
const right = wrong.replace('51', '61')
const passage = 'Members were given 51 pages by the'

const desk = deskForAll()
let corrected: string
let seq: number
const ids: Record<string, string> = {}

const told = { change: 'correction', note: 'It was given 61 pages, not 51.' } as const
const lastSeq = async (id: string) =>
  (
    await db
      .select({ seq: publications.seq })
      .from(publications)
      .where(eq(publications.subject, id))
      .orderBy(desc(publications.seq))
      .limit(1)
  )[0]!.seq

beforeAll(async () => {
  const { petra, sal } = desk
  let minute = 0
  const of = (headline: string, text: string, sectionId = 'river') => {
    minute += 1
    const at = new Date(when.getTime() + minute * 60_000)
    return aStory(petra, headline, { document: aDocument(headline, text), sectionId }, at)
  }
  corrected = await of('Barrier papers', wrong)
  await publishNow(petra, corrected)
  ids.copied = await of('A follow-up', `As we said: “members were given 51 pages, by the clerk”.`)
  ids.other = await of('Another', 'Members were given 510 pages by the clerk.')
  for (const id of [ids.copied, ids.other]) await publishNow(petra, id!)
  ids.draft = await of('A draft', wrong)
  ids.elsewhere = await of('A draft of politics', wrong, 'politics')
  const body = { type: 'doc' as const, content: [paragraph('p1', right)] }
  await retype(corrected, sal, { headline: 'The barrier papers', body })
  await publishStory(petra, corrected, await seenNow(corrected), told)
  seq = await lastSeq(corrected)
})

describe('after a correction', () => {
  test('the desk lists what still says it, to readers and in working copies, and what follows by itself', async () => {
    const { passages, echoes, more } = await findEchoes(desk.petra, corrected, seq)
    expect(passages).toContain(passage)
    expect(more).toBe(false)
    expect(echoes.map(({ place, where, path }) => [place, where, path])).toEqual([
      [`story:${ids.copied}`, 'readers', '/river/a-follow-up'],
      [`copy:${ids.elsewhere}`, 'working copy', null],
      [`copy:${ids.draft}`, 'working copy', null],
      ['lists', 'follows', null],
      ['also-read', 'follows', null],
      ['feeds', 'follows', null],
    ])
    expect(echoes[0]!.passages).toEqual([passage])
  })

  test('nobody is told of a working copy that they may not read', async () => {
    const places = (await findEchoes(desk.nadia, corrected, seq)).echoes.map(({ place }) => place)
    expect(places).toContain(`copy:${ids.draft}`)
    expect(places).not.toContain(`copy:${ids.elsewhere}`)
    await expect(findEchoes(desk.tom, corrected, seq)).rejects.toMatchObject({ reason: 'not-found' })
  })

  test('whoever publishes the story ticks them off, which the audit keeps', async () => {
    const place = `story:${ids.copied}`
    const ticked = async () =>
      (await findEchoes(desk.sal, corrected, seq)).echoes.find((echo) => echo.place === place)?.ticked
    await expect(tickEcho(desk.nadia, corrected, seq, place)).rejects.toMatchObject({ reason: 'forbidden' })
    await expect(tickEcho(desk.sal, corrected, seq - 1, place)).rejects.toMatchObject({ reason: 'not-found' })
    await expect(tickEcho(desk.sal, corrected, seq, 'somewhere')).rejects.toMatchObject({ reason: 'not-found' })
    await tickEcho(desk.sal, corrected, seq, place, when)
    expect(await ticked()).toEqual({ by: 'sal', at: when })
    await expect(tickEcho(desk.petra, corrected, seq, place)).rejects.toThrow('ticked off already')
    await untickEcho(desk.petra, corrected, seq, place)
    expect(await ticked()).toBeNull()
    await expect(untickEcho(desk.petra, corrected, seq, place)).rejects.toThrow('not ticked off')
    const acts = await db
      .select({ act: audit.act })
      .from(audit)
      .where(and(eq(audit.subject, `story:${corrected}`), eq(audit.act, 'tick-echo')))
    expect(acts).toHaveLength(1)
  })

  test('what was no correction has no such list', async () => {
    await expect(findEchoes(desk.petra, ids.copied!, await lastSeq(ids.copied!))).rejects.toMatchObject({
      reason: 'not-found',
    })
  })
})
