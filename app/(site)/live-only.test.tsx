import { readdirSync } from 'node:fs'
import { join } from 'node:path'

import { beforeAll, expect, test } from 'vitest'

import { setBar } from '#lib/breaking/commands'
import { config } from '#lib/config'
import { db } from '#lib/db/client'
import { publishMenu, saveMenu } from '#lib/menu/commands'
import { loadMenu } from '#lib/menu/queries'
import { messagesIn } from '#lib/messages/find'
import { createPage, savePage } from '#lib/page/commands/draft'
import { publishPage } from '#lib/page/commands/publish'
import { loadPage } from '#lib/page/queries/load'
import { editSection } from '#lib/section/commands'
import { ensureSettings } from '#lib/settings/commands'
import { rendering } from '#lib/site/context'
import { findFormer } from '#lib/site/queries/addresses'
import { listFreshCorrections } from '#lib/site/queries/corrections'
import { findItems } from '#lib/site/queries/media'
import { findClipFile, findPictureFile } from '#lib/site/queries/media-files'
import { findTopic } from '#lib/site/queries/places'
import { mayStand } from '#lib/site/queries/standing'
import { liveFronts } from '#lib/site/tables'
import { firstTheme, ownColours } from '#lib/site/theme/content'
import { stylesheetPath } from '#lib/site/theme/stylesheet'
import { isoDay } from '#lib/site/time'
import { setFields } from '#lib/story/commands/fields'
import { publishStory } from '#lib/story/commands/publish'
import { withdrawStory } from '#lib/story/commands/withdraw'
import { loadStory } from '#lib/story/queries/load'
import { aUse } from '#lib/testing/blocks'
import { databaseForAll, dropDeskTables, execute } from '#lib/testing/database'
import { aPicture } from '#lib/testing/media'
import { newsroom } from '#lib/testing/newsroom'
import { aSeries } from '#lib/testing/series'
import { type Asked as Address, askSite } from '#lib/testing/site'
import { aDocument, aStory, paragraph, publishNow, retype, seenNow } from '#lib/testing/stories'
import { updateTheme } from '#lib/theme/commands'
import { addTopic, renameTopic } from '#lib/topic/commands'

const now = new Date()
const later = new Date(now.getTime() + 60_000)
const secret = 'Nobody may know'

const database = databaseForAll()
let gates: string
let eels: string
let topic: string
let hidden: string
let picture: string
let about: string
let series: string
beforeAll(async () => {
  await ensureSettings(now)
  const { petra } = await newsroom()
  topic = await addTopic(petra, 'Flooding', [], now)
  const draft = (headline: string, text: string, topics = [topic]) =>
    aStory(petra, headline, { document: aDocument(headline, text), sectionId: 'river', people: ['nadia'], topics }, now)
  gates = await draft('Gates close at five', 'Corrosion was found in the hinges.')
  eels = await draft('Eels come back', 'They waited.')
  const letter = await draft('A letter', 'It was not so.')
  hidden = await addTopic(petra, 'Nobody may hear', [], now)
  await renameTopic(petra, hidden, 1, secret, now)
  const hiddenStory = await draft(secret, `${secret}, not even in the hinges.`, [topic, hidden])
  const another = await draft(`${secret} more`, 'Nothing.')
  picture = await aPicture(petra, { alt: 'A gate, shut' })
  await setFields(petra, gates, 1, { main: aUse(picture) }, now)
  const welsh = { language: 'cy', original: eels, sectionId: 'river', people: ['nadia'] }
  const translation = await aStory(petra, 'Y llysywod', welsh, now)
  for (const id of [gates, eels, letter, translation]) await publishNow(petra, id, now)
  await withdrawStory(petra, letter, 'We can no longer vouch for it.', 'wrong', later)
  await setFields(petra, eels, (await loadStory(db, eels)).version, { slug: 'eels' }, later)
  await publishNow(petra, eels, later)
  await retype(gates, petra, { headline: 'Gates close at six' })
  const told = { change: 'correction', note: 'An earlier version said five.', place: 'top' } as const
  await publishStory(petra, gates, await seenNow(gates), told, later)
  await editSection(petra, 'sport', 1, { name: 'Games', slug: 'games', colour: 'sport' }, later)
  await updateTheme(petra, 0, theme, later)
  about = await createPage(petra, 'About us', now)
  const page = await loadPage(db, petra, about)
  const body = { type: 'doc' as const, content: [paragraph('p', 'Five people.')] }
  await publishPage(petra, about, await savePage(petra, about, page, { ...page.content, body }, now), later)
  await createPage(petra, secret, now)
  const { version, content } = await loadMenu(db, petra, 'footer')
  const entries = [{ id: 'about', to: { of: 'page' as const, id: about }, label: '' }]
  const columns = [{ id: 'here', title: 'Found here', entries }]
  await publishMenu(petra, 'footer', await saveMenu(petra, 'footer', { version, content }, { columns }, now), later)
  const made = await loadMenu(db, petra, 'footer')
  await saveMenu(petra, 'footer', made, { columns: [{ ...columns[0]!, title: secret }] }, later)
  await setBar(petra, 0, { text: 'Eels are back', link: '/river/eels', until: null }, later)
  await db.write(async (tx) => void (await tx.insert(liveFronts).values({ subject: 'section:sport', containers: [] })))
  series = await aSeries(petra, 'On the river', [hiddenStory, gates, eels], later)
  await aSeries(petra, secret, [another], later)
  await dropDeskTables(database.url)
})

const theme = { ...firstTheme, colours: { ...ownColours, sport: { light: '#004400', dark: '#88ff88' } } }
const themeFile = stylesheetPath(theme)?.split('/').at(-1) ?? ''

const [year = '', month = '', day = ''] = isoDay(now, { zone: config().timezone, language: '' }).split('-')

type Asked = Address & { says: string }

/** Every page and document of the site, each asked as a reader would. */
const site: Record<string, Asked[]> = {
  'page.tsx': [{ says: 'Gates close at six' }, { says: 'An earlier version said five.' }],
  '[place]/page.tsx': [
    { params: { place: 'river' }, says: 'Eels come back' },
    { params: { place: 'about-us' }, says: 'Five people.' },
    { params: { place: 'about-us' }, says: '<h2>Found here</h2>' },
  ],
  '[place]/[slug]/versions/page.tsx': [
    { params: { place: 'river', slug: 'gates-close-at-five' }, says: '<del>five</del><ins>six</ins>' },
  ],
  'corrections/page.tsx': [{ says: 'An earlier version said five.' }],
  'corrections/feed.xml/route.ts': [{ says: '<title>Correction: Gates close at six</title>' }],
  '[place]/[slug]/page.tsx': [
    { params: { place: 'river', slug: 'gates-close-at-five' }, says: 'An earlier version said five.' },
    { params: { place: 'river', slug: 'gates-close-at-five' }, says: 'Corrosion was found' },
    { params: { place: 'river', slug: 'eels' }, says: 'They waited.' },
    { params: { place: 'river', slug: 'eels' }, says: 'Part 2 of 2' },
    { params: { place: 'river', slug: 'eels' }, says: 'Report an error' },
  ],
  'topics/page.tsx': [{ says: '2 stories' }],
  'topics/[slug]/page.tsx': [{ params: { slug: 'flooding' }, says: 'Gates close at six' }],
  'series/[slug]/page.tsx': [
    { params: { slug: 'on-the-river' }, says: 'Part 2' },
    { params: { slug: 'on-the-river' }, says: 'Gates close at six' },
  ],
  'archive/page.tsx': [{ says: '3 stories' }],
  'archive/[year]/page.tsx': [{ params: { year }, says: '3 stories' }],
  'archive/[year]/[month]/page.tsx': [{ params: { year, month }, says: '3 stories' }],
  'archive/[year]/[month]/[day]/page.tsx': [{ params: { year, month, day }, says: 'Gates close at six' }],
  'saved/page.tsx': [{ says: 'No story is saved here.' }],
  'offline/page.tsx': [{ says: 'You are offline' }],
  'manifest.webmanifest/route.ts': [{ says: '"display":"standalone"' }],
  'thanks/page.tsx': [{ says: 'The newsroom has your report.' }],
  'bylines/[slug]/page.tsx': [{ params: { slug: 'nadia' }, says: 'Gates close at six' }],
  'search/page.tsx': [{ search: { q: 'hinges' }, says: '<b>1 story</b>' }],
  'missing/page.tsx': [
    { says: 'There is no page at this address' },
    { search: { q: 'eels back then' }, says: 'You may have been looking for' },
  ],
  'withdrawn/page.tsx': [{ search: { path: '/river/a-letter' }, says: 'We can no longer vouch for it.' }],
  'feed.xml/route.ts': [{ says: '<title>Gates close at six</title>' }],
  'sitemap.xml/route.ts': [{ says: '/river/eels</loc>' }],
  'sitemaps/[file]/route.ts': [{ params: { file: '1.xml' }, says: '/bylines/nadia</loc>' }],
  'news-sitemap.xml/route.ts': [{ says: '<news:title>Eels come back</news:title>' }],
  'theme/[file]/route.ts': [{ params: { file: themeFile }, says: '--color-sport:light-dark(#004400,#88ff88)' }],
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

type Query = (...given: unknown[]) => Promise<unknown>

/** Every query of the site, asked for something that is there. */
const queries: Record<string, (query: Query) => Promise<unknown>> = {
  findItems: (query) => query(picture),
  findClips: (query) => query(gates),
  findSocial: (query) => query(gates),
  findPaper: (query) => query(),
  findTheme: (query) => query(),
  findBreaking: (query) => query(),
  listSections: (query) => query(),
  findMenus: (query) => query(messagesIn('en')),
  findOwnPage: (query) => query('about-us'),
  ownPageStands: (query) => query('about-us'),
  findPages: (query) => query(about),
  listPages: (query) => query(),
  findSection: (query) => query('river'),
  findTopic: (query) => query('flooding'),
  findTopics: (query) => query(topic),
  findFront: (query) => query('section:sport'),
  listRich: (query) => query(gates, 1),
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
  listRelated: (query) => query(gates, 'river', topic, 10),
  listPicked: (query) => query(gates),
  translationsOf: (query) => query({ id: eels, original: '', language: '' }),
  listTranslated: (query) => query(),
  searchStories: (query) => query('hinges', 1),
  countSitemaps: (query) => query(),
  listStoryAddresses: (query) => query(1),
  listAuthors: (query) => query(),
  cardsOf: (query) => query([gates]),
  listCorrections: (query) => query(),
  listFreshCorrections: (query) => query(later.getTime()),
  listVersions: (query) => query(gates),
  findSeries: (query) => query('on-the-river'),
  partOf: (query) => query(eels),
  listSeries: (query) => query(),
  findSeriesNamed: (query) => query([series]),
  findSpan: (query) => query(year),
  countParts: (query) => query(year, config().timezone),
  countYears: (query) => query(config().timezone),
  listBetween: (query) => query(0, later.getTime()),
  findAround: (query) => query(later.getTime(), later.getTime()),
  findNearest: (query) => query('hinges corroded'),
  findFormer: (query) => query('/sport'),
  mayStand: (query) => query('/river/eels'),
}

/** What the queries' modules export besides: parts of queries, made of what others have read. */
const parts = ['storyPath', 'selectCards', 'toCards', 'cardKeys', 'notesOf', 'countVersions', 'toPage', 'after']

/** What the edge asks for files: these change with nothing that is kept, so they tell no keys. */
const files = ['findPictureFile', 'findClipFile']

/** Former addresses of each kind, what they answer, and a key by which that answer is known to change. */
const former: [path: string, answer: object | undefined, key: () => string][] = [
  ['/sport', { state: 'moved', to: '/games' }, () => 'section:sport'],
  ['/river/eels-come-back', { state: 'moved', to: '/river/eels' }, () => `story:${eels}`],
  ['/river/eels-come-back/versions', { state: 'moved', to: '/river/eels/versions' }, () => `story:${eels}`],
  ['/river/a-letter/versions', { state: 'gone' }, () => 'path:river/a-letter'],
  ['/river/a-letter', { state: 'gone', note: 'We can no longer vouch for it.' }, () => 'path:river/a-letter'],
  ['/river/nobody-may-know', undefined, () => 'path:river/nobody-may-know'],
  ['/nowhere', undefined, () => 'path:/nowhere'],
  ['/nowhere/at-all', undefined, () => 'path:/nowhere'],
  ['/topics/nothing', undefined, () => 'path:/topics/nothing'],
  ['/topics/nobody-may-hear', undefined, () => `topic:${hidden}`],
  ['/bylines/nobody', undefined, () => 'path:/bylines/nobody'],
  ['/series/nothing', undefined, () => 'path:/series/nothing'],
  ['/series/nobody-may-know', undefined, () => 'path:/series/nobody-may-know'],
]

test('a topic is at no address before its first story is, and the page that says so waits for it', async () => {
  const { answer, render } = await rendering(() => findTopic('nobody-may-know'))
  expect(answer).toBeUndefined()
  expect([...render.keys]).toEqual([`topic:${hidden}`])
})

test('the home page names a correction for seven days, and tells the edge when they are over', async () => {
  const end = later.getTime() + 7 * 24 * 3_600_000
  const before = await rendering(() => listFreshCorrections(end - 1))
  expect([before.answer.length, before.render.until]).toEqual([1, end])
  expect(await listFreshCorrections(end)).toEqual([])
})

test.each(former)('%s, where no page is, says what was there, and what could change that', async (path, was, key) => {
  const { answer, render } = await rendering(() => findFormer(path))
  if (was) expect(answer).toMatchObject(was)
  else expect(answer).toBeUndefined()
  expect([...render.keys]).toContain(key())
})

test.each([
  ['/', true],
  ['/river', true],
  ['/about-us', true],
  ['/about-us/more', false],
  ['/river/', false],
  ['/river/eels', true],
  ['/topics', true],
  ['/topics/flooding', true],
  ['/bylines/nadia', true],
  ['/search', true],
  ['/feed.xml', true],
  ['/sitemaps/1.xml', true],
  ['/river/eels/more', false],
  ['/river/eels/versions', true],
  ['/river/eels/versions/more', false],
  ['/topics/flooding/versions', false],
  ['/corrections', true],
  ['/thanks', true],
  ['/saved', true],
  ['/offline', true],
  ['/manifest.webmanifest', true],
  ['/series/on-the-river', true],
  ['/series/nobody-may-know', false],
  ['/series', false],
  ['/archive', true],
  [`/archive/${year}`, true],
  [`/archive/${year}/${month}`, true],
  [`/archive/${year}/${month}/${day}`, true],
  [`/archive/${year}/${month}/${day}/1`, false],
  [`/archive/${year}/${month}/32`, false],
  [`/archive/${year}/${Number(month)}/`, false],
  ['/archive/2001', false],
  ['/archive/2001/02/30', false],
  ['/corrections/feed.xml', true],
  ...former.map(([path]) => [path, false] as const),
] as const)('%s is a page’s: %s', async (path, stands) => expect(await mayStand(path)).toBe(stands))

const folder = join(process.cwd(), 'lib/site/queries')
const modules = await Promise.all(filesOf(folder, /(?<!\.test)\.tsx?$/).map((file) => import(join(folder, file))))
const exported = Object.fromEntries(
  modules.flatMap((made) => Object.entries<Query>(made)).filter(([, value]) => typeof value === 'function'),
)

test('every query of the site is asked here', () => {
  expect(Object.keys(exported).sort()).toEqual([...Object.keys(queries), ...parts, ...files].sort())
})

test('the files of what is shown are found on the live side alone', async () => {
  const hash = (await findItems(picture)).get(picture)?.hash ?? ''
  const asked = { id: picture, hash, code: '0', width: 640, format: 'avif' } as const
  expect(await findPictureFile(asked)).toMatchObject({ state: 'here' })
  expect(await findClipFile(picture, hash)).toBeUndefined()
})

test.each(Object.entries(queries))('%s finds what it is asked for on the live side alone', async (name, ask) => {
  const { answer: found, render } = await rendering(() => ask(exported[name]!))
  expect(found).toBeTruthy()
  expect([...render.keys], 'it tells what it read').not.toHaveLength(0)
  if (Array.isArray(found)) expect(found).not.toHaveLength(0)
  expect(JSON.stringify(found)).not.toContain(secret)
})
