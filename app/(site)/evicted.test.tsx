import { beforeAll, expect, test } from 'vitest'

import { config } from '#lib/config'
import { db } from '#lib/db/client'
import { clearMedia, withholdMedia } from '#lib/media/commands/withhold'
import { createPage } from '#lib/page/commands/create'
import { takePageBack } from '#lib/page/commands/take-back'
import { findPage } from '#lib/page/queries/page'
import { editPerson } from '#lib/people/commands/people'
import { lastSeq, listKeysAfter } from '#lib/publication/queries'
import { addSection, editSection, moveSection, removeSection } from '#lib/section/commands'
import { addSeries, publishSeries, saveSeries, takeDownSeries } from '#lib/series/commands'
import { loadSeries } from '#lib/series/queries'
import { ensureSettings, updateSettings } from '#lib/settings/commands'
import { rendering } from '#lib/site/context'
import { toCursor } from '#lib/site/cursor'
import { findFormer } from '#lib/site/queries/addresses'
import { isoDay } from '#lib/site/time'
import { setFields } from '#lib/story/commands/fields'
import { publishStory } from '#lib/story/commands/publish'
import { removeStory } from '#lib/story/commands/remove'
import { closeVersion, openVersion } from '#lib/story/commands/versions'
import { withdrawStory } from '#lib/story/commands/withdraw'
import type { OwnFields } from '#lib/story/commands/write-fields'
import { loadStory } from '#lib/story/queries/load'
import type { Told } from '#lib/story/update'
import { anImage } from '#lib/testing/blocks'
import { databaseForAll } from '#lib/testing/database'
import { aPicture } from '#lib/testing/media'
import { newsroom } from '#lib/testing/newsroom'
import { publishFooter, publishPageOf } from '#lib/testing/pages'
import { type Asked, askSite } from '#lib/testing/site'
import { aDocument, aStory, paragraph, publishNow, retype, seenNow } from '#lib/testing/stories'
import { addTopic, mergeTopics, renameTopic } from '#lib/topic/commands'

// Each act takes place a second after the one before it.
let now = Date.now()
const next = () => {
  now += 1000
  return new Date(now)
}

/** A day of its own, in the zone that the paper has by then. */
const another = new Date(now + 3 * 86_400_000)
const dayOf = (at: Date, zone: string) => isoDay(at, { zone, language: '' }).split('-')
const days = { first: dayOf(new Date(now), config().timezone), later: dayOf(another, 'Europe/Paris') }

databaseForAll()
let petra: Awaited<ReturnType<typeof newsroom>>['petra']
const ids: Record<string, string> = {}
const id = (name: string) => ids[name] as string
/** Where the second page of a list begins: the two oldest stories are on it. */
let second: string

beforeAll(async () => {
  await ensureSettings(next())
  petra = (await newsroom()).petra
  ids.Room = await aPicture(petra, {}, next())
  for (const name of ['Flooding', 'Floods', 'Fishing']) ids[name] = await addTopic(petra, name, [], next())
  const topics = [id('Flooding'), id('Fishing')]
  for (const headline of ['Gates', 'Eels', 'Letter']) {
    const document = aDocument(headline, `The ${headline} of the river.`)
    ids[headline] = await aStory(petra, headline, { document, people: ['nadia'], topics }, next())
  }
  // It shares nothing with the others: only what is made of the whole paper can tell of it.
  const alone = { document: aDocument('Boats', 'They are in.'), sectionId: 'sport', people: ['sal'] }
  ids.Boats = await aStory(petra, 'Boats', alone, next())
  const document = aDocument('Onward', 'It went on.')
  document.body.content.push({ type: 'relatedStory', attrs: { id: 'r1', story: id('Letter'), note: '' } } as never)
  ids.Tide = await aStory(petra, 'Tide', { document: aDocument('Tide', 'It turned.'), people: ['sal'] }, next())
  ids.Moon = await aStory(petra, 'Moon', { document: aDocument('Moon', 'It rose.'), people: ['sal'] }, next())
  ids.Onward = await aStory(petra, 'Onward', { document, people: ['nadia', 'tom'], topics: [id('Floods')] }, next())
  for (const headline of ['Gates', 'Eels']) await publishNow(petra, id(headline), next())
  second = toCursor({ publishedAt: next(), place: 1_000_000 })
  for (const headline of ['Letter', 'Onward']) await publishNow(petra, id(headline), next())
})

const places = ['about-us', 'who-we-are', 'river', 'politics', 'sport', 'games', 'city', 'business']

const story = (place: string, slug: string): [string, Asked] => ['[place]/[slug]/page.tsx', { params: { place, slug } }]
const versions = (place: string, slug: string): [string, Asked] => [
  '[place]/[slug]/versions/page.tsx',
  { params: { place, slug } },
]
const at = (file: string, name: string, value: string): [string, Asked] => [file, { params: { [name]: value } }]

const secondPage = ([file, asked]: [string, Asked]): [string, Asked] => [file, { ...asked, search: { before: second } }]

/** Pages of every kind, with those that are not there yet or no longer. Each is changed by one act or another. */
const addresses = (): [string, Asked][] => [
  ['page.tsx', {}],
  ...places.map((place) => at('[place]/page.tsx', 'place', place)),
  ...['river', 'politics', 'city'].map((place) => secondPage(at('[place]/page.tsx', 'place', place))),
  ...['gates', 'eels', 'letter', 'onward', 'sluices'].map((slug) => story('river', slug)),
  ...['politics', 'city'].map((place) => story(place, 'eels')),
  ...['sport', 'games'].map((place) => story(place, 'boats')),
  ['topics/page.tsx', {}],
  ...['flooding', 'floods', 'fishing', 'high-water'].map((slug) => at('topics/[slug]/page.tsx', 'slug', slug)),
  ...['flooding', 'fishing'].map((slug) => secondPage(at('topics/[slug]/page.tsx', 'slug', slug))),
  ...['nadia', 'tom', 'nadia-reyes'].map((slug) => at('bylines/[slug]/page.tsx', 'slug', slug)),
  ...['nadia', 'nadia-reyes'].map((slug) => secondPage(at('bylines/[slug]/page.tsx', 'slug', slug))),
  ['search/page.tsx', { search: { q: 'river' } }],
  ['search/page.tsx', { search: { q: 'boats' } }],
  ['feed.xml/route.ts', {}],
  ['corrections/page.tsx', {}],
  ['corrections/page.tsx', { search: { before: second } }],
  ['corrections/feed.xml/route.ts', {}],
  ...['gates', 'letter'].map((slug) => versions('river', slug)),
  ['sitemap.xml/route.ts', {}],
  at('sitemaps/[file]/route.ts', 'file', '1.xml'),
  ['news-sitemap.xml/route.ts', {}],
  ['missing/page.tsx', {}],
  ['missing/page.tsx', { search: { q: 'boats river' } }],
  ['thanks/page.tsx', {}],
  ['saved/page.tsx', {}],
  ['offline/page.tsx', {}],
  ['manifest.webmanifest/route.ts', {}],
  ...['by-water', 'on-water'].map((slug) => at('series/[slug]/page.tsx', 'slug', slug)),
  ['archive/page.tsx', {}],
  at('archive/[year]/page.tsx', 'year', days.first[0] ?? ''),
  ['archive/[year]/[month]/page.tsx', { params: { year: days.first[0] ?? '', month: days.first[1] ?? '' } }],
  ...[days.first, days.later].map(([year = '', month = '', day = '']): [string, Asked] => [
    'archive/[year]/[month]/[day]/page.tsx',
    { params: { year, month, day } },
  ]),
  ['withdrawn/page.tsx', { search: { path: '/river/letter' } }],
]

/** Addresses that lead elsewhere, were withdrawn, or will; with those to which they led meanwhile. */
const former = [
  '/series/by-water',
  ...['/about-us', '/politics', '/sport', '/topics/floods', '/topics/fishing', '/bylines/nadia'],
  ...[
    '/river/gates/versions',
    '/river/letter/versions',
    '/river/gates',
    '/river/sluices',
    '/river/eels',
    '/politics/eels',
    '/city/eels',
    '/river/letter',
  ],
]

type Seen = Map<string, { says: string; keys: Set<string> }>

/** What readers get at every address, and what each was made of. */
async function look(): Promise<Seen> {
  const seen: Seen = new Map()
  for (const [file, asked] of addresses()) {
    // A page that is not there throws for Next to answer.
    const says = () => askSite(file, asked).catch(() => 'nothing')
    const { answer, render } = await rendering(says)
    seen.set(`${file} ${JSON.stringify(asked)}`, { says: answer, keys: render.keys })
  }
  for (const path of former) {
    const { answer, render } = await rendering(() => findFormer(path))
    seen.set(path, { says: JSON.stringify(answer) ?? 'nothing', keys: render.keys })
  }
  return seen
}

const change = async (name: string, fields: Partial<OwnFields>) => {
  await setFields(petra, id(name), (await loadStory(db, id(name))).version, fields, next())
  await publishNow(petra, id(name), next())
}
/** The story's headline becomes another, and readers are told so. */
const tell = async (name: string, headline: string, told: Told) => {
  await retype(id(name), petra, { headline }, next())
  await publishStory(petra, id(name), await seenNow(id(name)), told, next())
}
/** The series becomes this, for readers too. */
const inSeries = async (given: { slug: string; parts: string[] }) => {
  ids.series ??= await addSeries(petra, 'Water', next())
  const { version } = await loadSeries(db, id('series'))
  const kept = await saveSeries(petra, id('series'), version, { name: 'Water', standfirst: '', ...given }, next())
  await publishSeries(petra, id('series'), kept, next())
}
const profile = { name: 'Nadia Reyes', slug: 'nadia-reyes', title: 'Reporter', bio: '' }
const games = { name: 'Games', slug: 'games', colour: 'sport' as const }
const city = { name: 'City', slug: 'city', colour: 'politics' as const }
const business = { name: 'Business', slug: 'business', colour: 'river' as const }

async function aPage(title: string) {
  const page = await createPage(petra, title, next())
  const content = [paragraph('p', 'Five people.'), anImage(id('Room'))]
  await publishPageOf(petra, page, { body: { type: 'doc', content } }, next())
  return page
}

/** Every act that readers can see; each goes on from the one before. */
const acts: Record<string, () => Promise<unknown>> = {
  'a first publication': () => publishNow(petra, id('Boats'), next()),
  'an update': () => change('Gates', { dateline: 'Redmouth' }),
  'a new slug': () => change('Gates', { slug: 'sluices' }),
  'a series': () => inSeries({ slug: 'by-water', parts: [id('Tide'), id('Letter'), id('Boats')] }),
  'a part that comes': () => publishNow(petra, id('Tide'), next()),
  'a series in another order': () => inSeries({ slug: 'by-water', parts: [id('Boats'), id('Letter'), id('Tide')] }),
  'a series at another address, with a part less': () =>
    inSeries({ slug: 'on-water', parts: [id('Letter'), id('Boats')] }),
  'labels and another layout': () =>
    change('Gates', { kicker: 'Analysis', sponsor: 'Harl Ferries', layout: 'feature', machine: 'text' }),
  'a translation': () => change('Boats', { language: 'cy', original: id('Gates') }),
  'a translation that is none': () => change('Boats', { language: '', original: '' }),
  'a typo fix': () => tell('Letter', 'Letters', { change: 'typo' }),
  'a clarification': () => tell('Letter', 'Two letters', { change: 'clarification', note: 'There were two.' }),
  'a correction at the top': () => tell('Gates', 'Sluices', { change: 'correction', note: 'Sluices.', place: 'top' }),
  'a version closed': () => closeVersion(petra, id('Letter'), 1, 'privacy', next()),
  'a version opened': () => openVersion(petra, id('Letter'), 1, next()),
  'a move to another section': () => change('Eels', { sectionId: 'politics' }),
  'a section’s new name and address': () => editSection(petra, 'sport', 1, games, next()),
  'a new address of a section to which a story has moved': () => editSection(petra, 'politics', 1, city, next()),
  'a new order of sections': () => moveSection(petra, 'politics', 'up', next()),
  'a section more': async () => (ids.business = await addSection(petra, business, next())),
  'a section less': () => removeSection(petra, id('business'), next()),
  'a topic’s new name': () => renameTopic(petra, id('Fishing'), 1, 'High water', next()),
  'topics merged': () => mergeTopics(petra, id('Floods'), id('Flooding'), next()),
  'a byline’s new name': () => editPerson(petra, 'nadia', 1, profile, next()),
  'new settings': () =>
    updateSettings(petra, 1, { name: 'The Evening Tide', timezone: 'Europe/Paris', language: 'en-GB' }, next()),
  'a page of the paper’s own': async () => (ids.About = await aPage('About us')),
  'a page’s picture taken from readers': () => withholdMedia(petra, id('Room'), next()),
  'a page’s picture that is back': () => clearMedia(petra, id('Room'), next()),
  'a page’s new address': () => publishPageOf(petra, id('About'), { slug: 'who-we-are' }, next()),
  'a menu': () => publishFooter(petra, id('About'), id('Fishing'), id('series'), next()),
  'a topic’s new name, in a menu': () => renameTopic(petra, id('Fishing'), 2, 'Fish', next()),
  'a page’s new title, in a menu': () => publishPageOf(petra, id('About'), { title: 'Who we are' }, next()),
  'a page taken from readers': async () =>
    takePageBack(petra, id('About'), '', (await findPage(petra, id('About')))?.live?.seq ?? 0, next()),
  'a withdrawal': () => withdrawStory(petra, id('Letter'), 'It was wrong.', 'wrong', next()),
  'a story that is back': () => publishNow(petra, id('Letter'), next()),
  'a series taken down': () => takeDownSeries(petra, id('series'), next()),
  'a removal': () => removeStory(petra, id('Onward'), next()),
  'a story of another day': () => publishNow(petra, id('Moon'), another),
  'a day without a story': () => withdrawStory(petra, id('Moon'), '', 'wrong', another),
}

test('whatever changes for readers was made of something that the act names', async () => {
  const still = new Set((await look()).keys())
  for (const [name, act] of Object.entries(acts)) {
    const before = await look()
    const position = await lastSeq(db)
    await act()
    const touched = new Set((await listKeysAfter(position, 100)).flatMap(({ keys }) => keys))
    const after = await look()
    const changed = [...before].filter(([address, { says }]) => says !== after.get(address)?.says)
    expect(changed.length, `${name} changes something`).toBeGreaterThan(0)
    for (const [address] of changed) still.delete(address)
    const stale = changed.filter(([, { keys }]) => ![...keys].some((key) => touched.has(key)))
    expect(
      stale.map(([address, { keys }]) => `${address}, made of ${[...keys].join(' ')}`),
      `what ${name} changes and does not name: ${[...touched].join(' ')}`,
    ).toEqual([])
  }
  expect([...still], 'addresses that nothing changes').toEqual([])
}, 300_000)
