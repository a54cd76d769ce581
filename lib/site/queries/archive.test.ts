import { beforeAll, expect, test } from 'vitest'

import { ensureSettings, updateSettings } from '#lib/settings/commands'
import { withdrawStory } from '#lib/story/commands/withdraw'
import { databaseForAll } from '#lib/testing/database'
import { newsroom } from '#lib/testing/newsroom'
import { aDocument, aStory, publishNow } from '#lib/testing/stories'

import { rendering } from '../context'
import { countParts, countYears, findAround, findSpan, listBetween } from './archive'

const zone = 'Europe/London'
/** When each was published; the second is of 1 July by the paper’s clock. */
const published = ['2024-12-31T23:59:59Z', '2026-06-30T23:30:00Z', '2026-07-01T08:00:00Z', '2026-07-09T08:00:00Z']

databaseForAll()
let ids: string[]
let petra: Awaited<ReturnType<typeof newsroom>>['petra']
beforeAll(async () => {
  const first = new Date('2024-01-01T00:00:00Z')
  await ensureSettings(first)
  petra = (await newsroom()).petra
  await updateSettings(petra, 1, { name: 'Stet', timezone: zone, language: 'en-GB' }, first)
  ids = []
  for (const at of published) {
    const id = await aStory(petra, `Of ${at}`, { document: aDocument(`Of ${at}`, 'It was so.') }, new Date(at))
    await publishNow(petra, id, new Date(at))
    ids.push(id)
  }
})

const told = (counted: { span: { path: string }; stories: number }[]) =>
  counted.map(({ span, stories }) => `${span.path} ${stories}`)

test('years, months and days are counted by the paper’s clock, and what is empty is left out', async () => {
  const years = await countYears(zone)
  expect(told(years)).toEqual(['/archive/2026 3', '/archive/2024 1'])
  expect(told(years[0]?.months ?? [])).toEqual(['/archive/2026/07 3'])
  expect(told(await countParts('2026', zone))).toEqual(['/archive/2026/07 3'])
  expect(told(await countParts('2026/07', zone))).toEqual(['/archive/2026/07/01 2', '/archive/2026/07/09 1'])
  expect(told(await countParts('2026', 'UTC'))).toEqual(['/archive/2026/06 1', '/archive/2026/07 2'])
})

test.each(['2025', '2026/06', '2026/06/30', '2026/07/02', '2026/02/30', 'x'])(
  'there is nothing at %s',
  async (address) => expect(await findSpan(address)).toBeUndefined(),
)

test('a day is read newest first, page by page', async () => {
  const span = (await findSpan('2026/07/01'))!
  const page = (before?: string) => listBetween(span.from.getTime(), span.to.getTime(), before, 1)
  const first = await page()
  const second = await page(first.next)
  expect([...first.cards, ...second.cards].map(({ id }) => id)).toEqual([ids[2], ids[1]])
  expect(second.next).toBeUndefined()
})

test('before and after skip what is empty', async () => {
  const around = async (address: string) => {
    const span = (await findSpan(address))!
    const { before, after } = await findAround(span.from.getTime(), span.to.getTime())
    return [before, after].map((at) => at?.toISOString().slice(0, 10))
  }
  expect(await around('2026/07/01')).toEqual(['2024-12-31', '2026-07-09'])
  expect(await around('2024')).toEqual([undefined, '2026-06-30'])
  expect(await around('2026')).toEqual(['2024-12-31', undefined])
})

test('a page of a day is made of its hours, and of no other day’s', async () => {
  const span = (await findSpan('2026/07/09'))!
  const { render } = await rendering(() => listBetween(span.from.getTime(), span.to.getTime()))
  const hours = [...render.keys].filter((key) => key.startsWith('archive:'))
  expect(hours).toContain('archive:2026-07-08T23')
  expect(hours).toContain('archive:2026-07-09T08')
  expect(hours).toHaveLength(24)
})

test('what is withdrawn is gone from its day, and the day with it', async () => {
  await withdrawStory(petra, ids[3] ?? '', '', 'wrong', new Date('2026-07-10T08:00:00Z'))
  expect(await findSpan('2026/07/09')).toBeUndefined()
  expect(told(await countYears(zone))).toEqual(['/archive/2026 2', '/archive/2024 1'])
})
