import { readdirSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { db } from '#lib/db/client'
import { editSection } from '#lib/section/commands'
import { ensureSettings } from '#lib/settings/commands'
import { rendering } from '#lib/site/context'
import { findTopic } from '#lib/site/queries/places'
import { setFields } from '#lib/story/commands/fields'
import { withdrawStory } from '#lib/story/commands/withdraw'
import { loadStory } from '#lib/story/queries/load'
import { dropDeskTables, execute, type TestDatabase, testDatabase } from '#lib/testing/database'
import { newsroom } from '#lib/testing/newsroom'
import { type Asked as Address, askSite } from '#lib/testing/site'
import { aDocument, aStory, publishNow } from '#lib/testing/stories'
import { addTopic, renameTopic } from '#lib/topic/commands'

const now = new Date()
const later = new Date(now.getTime() + 60_000)
const secret = 'Nobody may know'

let database: TestDatabase
let gates: string
let topic: string
let hidden: string
beforeAll(async () => {
  database = await testDatabase()
  await ensureSettings(now)
  const { petra } = await newsroom()
  topic = await addTopic(petra, 'Flooding', [], now)
  const draft = (headline: string, text: string, topics = [topic]) =>
    aStory(petra, headline, { document: aDocument(headline, text), sectionId: 'river', people: ['nadia'], topics }, now)
  gates = await draft('Gates close at five', 'Corrosion was found in the hinges.')
  const eels = await draft('Eels come back', 'They waited.')
  const letter = await draft('A letter', 'It was not so.')
  hidden = await addTopic(petra, 'Nobody may hear', [], now)
  await renameTopic(petra, hidden, 1, secret, now)
  await draft(secret, `${secret}, not even in the hinges.`, [topic, hidden])
  for (const id of [gates, eels, letter]) await publishNow(petra, id, now)
  await withdrawStory(petra, letter, 'We can no longer vouch for it.', 'wrong', later)
  await setFields(petra, eels, (await loadStory(db, eels)).version, { slug: 'eels' }, later)
  await publishNow(petra, eels, later)
  await editSection(petra, 'sport', 1, { name: 'Games', slug: 'games', colour: 'sport' }, later)
  await dropDeskTables(database.url)
})
afterAll(() => database.drop())

type Asked = Address & { says: string }

/** Every page and document of the site, each asked as a reader would. */
const site: Record<string, Asked[]> = {
  'page.tsx': [{ says: 'Gates close at five' }],
  '[place]/page.tsx': [{ params: { place: 'river' }, says: 'Eels come back' }],
  '[place]/[slug]/page.tsx': [
    { params: { place: 'river', slug: 'gates-close-at-five' }, says: 'Corrosion was found' },
    { params: { place: 'river', slug: 'eels' }, says: 'They waited.' },
  ],
  'topics/page.tsx': [{ says: '2 stories' }],
  'topics/[slug]/page.tsx': [{ params: { slug: 'flooding' }, says: 'Gates close at five' }],
  'bylines/[slug]/page.tsx': [{ params: { slug: 'nadia' }, says: 'Gates close at five' }],
  'search/page.tsx': [{ search: { q: 'hinges' }, says: '<b class="text-ink">1 story</b>' }],
  'missing/page.tsx': [{ says: 'There is no page at this address' }],
  'withdrawn/page.tsx': [{ search: { path: '/river/a-letter' }, says: 'We can no longer vouch for it.' }],
  'feed.xml/route.ts': [{ says: '<title>Gates close at five</title>' }],
  'sitemap.xml/route.ts': [{ says: '/river/eels</loc>' }],
  'sitemaps/[file]/route.ts': [{ params: { file: '1.xml' }, says: '/bylines/nadia</loc>' }],
  'news-sitemap.xml/route.ts': [{ says: '<news:title>Eels come back</news:title>' }],
  'robots.txt/route.ts': [{ says: 'Disallow: /desk' }],
}

const filesOf = (folder: string, name: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => name.test(file))

test('the desk is gone', () => expect(execute(database.url, 'select id from stories')).rejects.toThrow('stories'))

test('every page and document of the site is asked for here', () => {
  expect(Object.keys(site).sort()).toEqual(filesOf(import.meta.dirname, /(page\.tsx|route\.ts)$/).sort())
})

test.each(Object.entries(site).flatMap(([file, asked]) => asked.map((one) => ({ file, ...one }))))(
  '$file is made of the live side alone, and says “$says”',
  async ({ file, params, search, says }) => {
    const text = await askSite(file, { params, search })
    expect(text).toContain(says)
    expect(text).not.toContain(secret)
  },
)

const queries: Record<string, (query: (...given: unknown[]) => Promise<unknown>) => Promise<unknown>> = {
  findPaper: (query) => query(),
  listSections: (query) => query(),
  findSection: (query) => query('river'),
  findTopic: (query) => query('flooding'),
  findPerson: (query) => query('nadia'),
  listTopics: (query) => query(),
  listLatest: (query) => query(10),
  listNews: (query) => query(later.getTime()),
  listSection: (query) => query('river'),
  listTopicIds: (query) => query(topic, 10),
  listTopic: (query) => query(topic),
  listPerson: (query) => query('nadia'),
  findStory: (query) => query('river', 'eels'),
  findTargets: (query) => query(gates),
  findNext: (query) => query('river', later.getTime(), 1_000_000),
  listRelated: (query) => query(gates, topic, 10),
  searchStories: (query) => query('hinges', 1),
  countSitemaps: (query) => query(),
  listStoryAddresses: (query) => query(1),
  listAuthors: (query) => query(),
  cardsOf: (query) => query([gates]),
}

/** Former addresses of each kind, and what they answer. */
const former: [string, object | undefined][] = [
  ['/sport', { state: 'moved', to: '/games' }],
  ['/river/eels-come-back', { state: 'moved', to: '/river/eels' }],
  ['/river/a-letter', { state: 'gone', note: 'We can no longer vouch for it.' }],
  ['/river/nobody-may-know', undefined],
  ['/topics/nothing', undefined],
  ['/topics/nobody-may-hear', undefined],
  ['/bylines/nobody', undefined],
]

test('a topic is at no address before its first story is, and the page that says so waits for it', async () => {
  const { answer, render } = await rendering(() => findTopic('nobody-may-know'))
  expect(answer).toBeUndefined()
  expect([...render.keys]).toEqual([`topic:${hidden}`])
})

test.each(filesOf(join(process.cwd(), 'lib/site/queries'), /\.ts$/))(
  'every query of %s finds what it is asked for on the live side alone',
  async (file) => {
    const made: Record<string, (...given: unknown[]) => Promise<unknown>> = await import(
      join(process.cwd(), 'lib/site/queries', file)
    )
    for (const name of Object.keys(made).filter((one) => /^(find|list|search|count|cardsOf)/.test(one))) {
      const query = made[name]!
      if (name === 'findFormer') {
        for (const [path, answer] of former)
          if (answer) expect(await query(path)).toMatchObject(answer)
          else expect(await query(path)).toBeUndefined()
        continue
      }
      const { answer: found, render } = await rendering(async () => queries[name]?.(query))
      expect(found, name).toBeTruthy()
      expect([...render.keys], `${name} tells what it read`).not.toHaveLength(0)
      if (Array.isArray(found)) expect(found, name).not.toHaveLength(0)
      expect(JSON.stringify(found)).not.toContain(secret)
    }
  },
)
