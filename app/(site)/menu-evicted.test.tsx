import { expect, test } from 'vitest'

import { db } from '#lib/db/client'
import { createPage } from '#lib/page/commands/create'
import { lastSeq, listKeysAfter } from '#lib/publication/queries'
import { addSeries, publishSeries, saveSeries } from '#lib/series/commands'
import { loadSeries } from '#lib/series/queries'
import { ensureSettings } from '#lib/settings/commands'
import { rendering } from '#lib/site/context'
import { withdrawStory } from '#lib/story/commands/withdraw'
import { databaseForAll } from '#lib/testing/database'
import { newsroom } from '#lib/testing/newsroom'
import { publishFooter, publishPageOf } from '#lib/testing/pages'
import { askSite } from '#lib/testing/site'
import { aStory, paragraph, publishNow, retype } from '#lib/testing/stories'
import { addTopic, renameTopic } from '#lib/topic/commands'

databaseForAll()

// Each act takes place a second after the one before it.
let now = Date.now()
const next = () => {
  now += 1000
  return new Date(now)
}

const text = (line: string) => ({ body: { type: 'doc' as const, content: [paragraph('p', line)] } })

test('what a menu leads to touches other pages by its name and standing alone, not by what is published in it', async () => {
  await ensureSettings(next())
  const { petra } = await newsroom()
  const topic = await addTopic(petra, 'Moorings', [], next())
  const [one, two, three] = await Promise.all(
    ['Buoy', 'Chain', 'Rope'].map((headline) => aStory(petra, headline, { people: ['sal'], topics: [topic] }, next())),
  )
  if (!one || !two || !three) throw new Error('no stories')
  const series = await addSeries(petra, 'At anchor', next())
  const put = async (given: { slug: string; name: string; parts: string[] }) => {
    const { version } = await loadSeries(db, series)
    await publishSeries(
      petra,
      series,
      await saveSeries(petra, series, version, { standfirst: '', ...given }, next()),
      next(),
    )
  }
  const said = { slug: 'at-anchor', name: 'At anchor' }
  const page = await createPage(petra, 'Harbour', next())
  await publishPageOf(petra, page, text('Five people.'), next())
  await publishFooter(petra, page, topic, series, next())
  const other = () => rendering(() => askSite('saved/page.tsx', {}))
  const touches = async (act: () => Promise<unknown>) => {
    const { render } = await other()
    const position = await lastSeq(db)
    await act()
    return (await listKeysAfter(position, 100)).some(({ keys }) => keys.some((key) => render.keys.has(key)))
  }
  expect(await touches(() => publishNow(petra, one, next()))).toBe(true)
  expect(await touches(() => put({ ...said, parts: [one, two] }))).toBe(true)
  const { answer } = await other()
  for (const name of ['Harbour', 'Moorings', 'At anchor']) expect(answer).toContain(name)
  const published = {
    'a story in the topic, and a part': () => publishNow(petra, two, next()),
    'an update': async () => {
      await retype(one, petra, { headline: 'A buoy' }, next())
      await publishNow(petra, one, next())
    },
    'a part more': () => put({ ...said, parts: [one, two, three] }),
    'a text of the page': () => publishPageOf(petra, page, text('Six people.'), next()),
  }
  for (const [name, act] of Object.entries(published)) expect(await touches(act), name).toBe(false)
  expect(await touches(() => renameTopic(petra, topic, 1, 'Berths', next()))).toBe(true)
  expect(await touches(() => put({ ...said, name: 'Anchored', parts: [one, two] }))).toBe(true)
  expect(await touches(() => publishPageOf(petra, page, { title: 'The harbour' }, next()))).toBe(true)
  let touched = false
  for (const of of [one, two]) touched = await touches(() => withdrawStory(petra, of, '', 'wrong', next()))
  expect(touched, 'the last story of a topic and a series').toBe(true)
  const bare = (await other()).answer
  for (const name of ['Berths', 'Anchored']) expect(bare).not.toContain(name)
})
