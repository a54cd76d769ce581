import { readdirSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { config } from '#lib/config'
import { messagesIn } from '#lib/messages/find'
import { rendering } from '#lib/site/context'
import { findFormer } from '#lib/site/queries/addresses'
import { listFreshCorrections } from '#lib/site/queries/corrections'
import { findItems } from '#lib/site/queries/media'
import { findClipFile, findPictureFile } from '#lib/site/queries/media-files'
import { findTopic } from '#lib/site/queries/places'
import { mayStand } from '#lib/site/queries/standing'
import { anImage } from '#lib/testing/blocks'
import { day, later, month, readersSide, secret, year } from '#lib/testing/readers-side'

const side = readersSide()

const filesOf = (folder: string, name: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => name.test(file))

type Query = (...given: unknown[]) => Promise<unknown>

/** Every query of the site, asked for something that is there. */
const queries: Record<string, (query: Query) => Promise<unknown>> = {
  findItems: (query) => query(side.picture),
  itemsOf: (query) => query({ type: 'doc', content: [anImage(side.picture)] }),
  findClips: (query) => query(side.gates),
  findSocial: (query) => query(side.gates),
  findPaper: (query) => query(),
  findTheme: (query) => query(),
  findBreaking: (query) => query(),
  listSections: (query) => query(),
  findMenus: (query) => query(messagesIn('en')),
  findOwnPage: (query) => query('about-us'),
  ownPageStands: (query) => query('about-us'),
  findPages: (query) => query(side.about),
  listPages: (query) => query(),
  findSection: (query) => query('river'),
  findTopic: (query) => query('flooding'),
  findTopics: (query) => query(side.topic),
  findTopicLinks: (query) => query(side.topic),
  findFront: (query) => query('section:sport'),
  listRich: (query) => query(side.gates, 1),
  findPerson: (query) => query('nadia'),
  listTopics: (query) => query(),
  listLatest: (query) => query(10),
  listNews: (query) => query(later.getTime()),
  listSection: (query) => query('river'),
  listTopicIds: (query) => query(side.topic, 10),
  listTopic: (query) => query(side.topic),
  listPerson: (query) => query('nadia'),
  findStory: (query) => query('river', 'eels'),
  findTargets: (query) => query(side.gates),
  findNext: (query) => query('river', later.getTime(), 1_000_000),
  listRelated: (query) => query(side.gates, 'river', side.topic, 10),
  listPicked: (query) => query(side.gates),
  translationsOf: (query) => query({ id: side.eels, original: '', language: '' }),
  listTranslated: (query) => query(),
  searchStories: (query) => query('hinges', 1),
  countSitemaps: (query) => query(),
  listStoryAddresses: (query) => query(1),
  listAuthors: (query) => query(),
  cardsOf: (query) => query([side.gates]),
  listCorrections: (query) => query(),
  listFreshCorrections: (query) => query(later.getTime()),
  listVersions: (query) => query(side.gates),
  findSeries: (query) => query('on-the-river'),
  partOf: (query) => query(side.eels),
  listSeries: (query) => query(),
  findSeriesLinks: (query) => query([side.series]),
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
  ['/river/eels-come-back', { state: 'moved', to: '/river/eels' }, () => `story:${side.eels}`],
  ['/river/eels-come-back/versions', { state: 'moved', to: '/river/eels/versions' }, () => `story:${side.eels}`],
  ['/river/a-letter/versions', { state: 'gone' }, () => 'path:river/a-letter'],
  ['/river/a-letter', { state: 'gone', note: 'We can no longer vouch for it.' }, () => 'path:river/a-letter'],
  ['/river/nobody-may-know', undefined, () => 'path:river/nobody-may-know'],
  ['/nowhere', undefined, () => 'path:/nowhere'],
  ['/nowhere/at-all', undefined, () => 'path:/nowhere'],
  ['/topics/nothing', undefined, () => 'path:/topics/nothing'],
  ['/topics/nobody-may-hear', undefined, () => `topic:${side.hidden}`],
  ['/bylines/nobody', undefined, () => 'path:/bylines/nobody'],
  ['/series/nothing', undefined, () => 'path:/series/nothing'],
  ['/series/nobody-may-know', undefined, () => 'path:/series/nobody-may-know'],
]

test('a topic is at no address before its first story is, and the page that says so waits for it', async () => {
  const { answer, render } = await rendering(() => findTopic('nobody-may-know'))
  expect(answer).toBeUndefined()
  expect([...render.keys]).toEqual([`topic:${side.hidden}`])
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
  const hash = (await findItems(side.picture)).get(side.picture)?.hash ?? ''
  const asked = { id: side.picture, hash, code: '0', width: 640, format: 'avif' } as const
  expect(await findPictureFile(asked)).toMatchObject({ state: 'here' })
  expect(await findClipFile(side.picture, hash)).toBeUndefined()
})

test.each(Object.entries(queries))('%s finds what it is asked for on the live side alone', async (name, ask) => {
  const { answer: found, render } = await rendering(() => ask(exported[name]!))
  expect(found).toBeTruthy()
  expect([...render.keys], 'it tells what it read').not.toHaveLength(0)
  if (Array.isArray(found)) expect(found).not.toHaveLength(0)
  expect(JSON.stringify(found)).not.toContain(secret)
})
