import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { audit } from '#lib/audit/tables'
import { lives } from '#lib/cli/lives'
import { db } from '#lib/db/client'
import { barDue } from '#lib/jobs/handlers/breaking'
import { rebuildLive } from '#lib/publication/rebuild'
import { findBreaking } from '#lib/site/queries/breaking'
import { withdrawStory } from '#lib/story/commands/withdraw'
import { deskForAll } from '#lib/testing/desk'
import { when } from '#lib/testing/newsroom'
import { aStory, publishNow } from '#lib/testing/stories'

import { setBar, takeBarDown } from './commands'
import { BarForm } from './form'
import { findBar, findToLead } from './queries'

const desk = deskForAll()
const later = (minutes: number) => new Date(when.getTime() + minutes * 60_000)
const says = (text: string, link = '', until: Date | null = null) => ({ text, link, until })
const version = async () => (await findBar()).version

test('an editor puts a line over every page, which leads to where it is said', async () => {
  await setBar(desk.sal, 0, says('The gates are closed.', 'https://harbour.example/tides'), when)
  expect(await findBreaking()).toEqual({ text: 'The gates are closed.', href: 'https://harbour.example/tides' })
  await setBar(desk.sal, 1, says('All topics', '/topics/flooding'), when)
  expect(await findBreaking()).toEqual({ text: 'All topics', href: '/topics/flooding' })
  await setBar(desk.sal, 2, says('Speeds', '/search?q=km/h'), when)
  expect(await findBreaking()).toEqual({ text: 'Speeds', href: '/search?q=km/h' })
})

test('who makes no front of the home page finds none; of two editors the later is shown what stands', async () => {
  for (const actor of [desk.nadia, desk.kit]) {
    await expect(setBar(actor, 3, says('Mine'))).rejects.toMatchObject({ reason: 'not-found' })
    await expect(takeBarDown(actor, 3)).rejects.toMatchObject({ reason: 'not-found' })
  }
  for (const act of [() => setBar(desk.petra, 2, says('Mine'), when), () => takeBarDown(desk.petra, 2, when)])
    await expect(act()).rejects.toMatchObject({ reason: 'conflict', detail: { text: 'Speeds', version: 3 } })
})

test.each([
  ['/politics/nothing-here', 'Readers have no story at this address.'],
  ['/nothing-here', 'Readers have no page at this address.'],
  ['javascript:alert(1)', 'Not safe'],
  ['/desk/stories', 'Only who is signed in'],
  ['two words', 'This is no address'],
])('a link to %s is refused', async (link, fault) => {
  await expect(setBar(desk.sal, await version(), says('Text', link), when)).rejects.toMatchObject({
    fields: { link: expect.stringContaining(fault) },
  })
})

test('what is typed is one line of some length, until an hour that comes', async () => {
  const typed = { text: ' The  gates\nare closed. ', link: '', until: 'in 2 hours' }
  expect(BarForm.parse(typed)).toEqual({ ...typed, text: 'The gates are closed.' })
  for (const wrong of [{ text: ' ' }, { text: 'x'.repeat(121) }, { until: 'x'.repeat(101) }])
    expect(BarForm.safeParse({ ...typed, ...wrong }).success).toBe(false)
  await expect(setBar(desk.sal, await version(), says('Text', '', when), when)).rejects.toMatchObject({
    fields: { until: 'This hour is past.' },
  })
  // A sign that no page can carry is no text.
  await expect(setBar(desk.sal, await version(), says('\u0002'), when)).rejects.toMatchObject({
    fields: { text: 'Say what has happened.' },
  })
})

test('a story is followed to where it is, and takes its bar with it when it is withdrawn', async () => {
  const id = await aStory(desk.sal, 'Gates close')
  await publishNow(desk.sal, id, when)
  const { path, headline } = (await findToLead(id))!
  await setBar(desk.sal, await version(), says(headline, path), when)
  expect(await findBreaking()).toEqual({ text: headline, href: path })
  await withdrawStory(desk.sal, id, 'It was wrong.', 'wrong', when)
  expect([await findBreaking(), await findToLead(id)]).toEqual([undefined, undefined])
})

test('at its hour it goes by itself, once, and that stands in the audit as nobody’s act', async () => {
  await setBar(desk.sal, await version(), says('For ten minutes', '', later(10)), when)
  expect(await barDue(later(9))).toBe(false)
  expect((await findBreaking())?.text).toBe('For ten minutes')
  expect(await Promise.all([barDue(later(10)), barDue(later(10))])).toContain(true)
  expect([await findBreaking(), await barDue(later(11)), (await findBar()).content]).toEqual([undefined, false, null])
  const acts = await db.select().from(audit).where(eq(audit.subject, 'breaking:bar'))
  expect(acts.slice(-2).map(({ act, actorId }) => [act, actorId])).toEqual([
    ['update', desk.sal.id],
    ['withdraw', null],
  ])
})

test('it is taken down by hand, and the log makes the same again', async () => {
  await setBar(desk.petra, await version(), says('Once more'), when)
  expect(await rebuildLive(lives, { check: true })).toEqual([])
  await takeBarDown(desk.petra, await version(), when)
  expect(await findBreaking()).toBeUndefined()
  expect(await rebuildLive(lives, { check: true })).toEqual([])
})
