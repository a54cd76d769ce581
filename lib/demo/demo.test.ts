import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'

import { desc, getTableName, is, ne, Table } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { beforeAll, expect, test } from 'vitest'

import * as auditTables from '#lib/audit/tables'
import type { Actor } from '#lib/auth/actor'
import { verifyPassword } from '#lib/auth/passwords'
import * as authTables from '#lib/auth/tables'
import { lives } from '#lib/cli/lives'
import { db } from '#lib/db/client'
import { findSearch } from '#lib/db/search'
import * as jobTables from '#lib/jobs/tables'
import { sweepNow } from '#lib/media/commands/sweep'
import { listMedia, type MediaFilter } from '#lib/media/queries/list'
import { mediaStore } from '#lib/media/store/open'
import * as mediaTables from '#lib/media/tables'
import * as menuTables from '#lib/menu/tables'
import { messagesIn } from '#lib/messages/find'
import * as pageTables from '#lib/page/tables'
import { insertPerson } from '#lib/people/commands/insert'
import * as peopleTables from '#lib/people/tables'
import { rebuildLive } from '#lib/publication/rebuild'
import * as publicationTables from '#lib/publication/tables'
import { addSection } from '#lib/section/commands'
import * as sectionTables from '#lib/section/tables'
import { ensureSettings } from '#lib/settings/commands'
import { findSettings } from '#lib/settings/queries'
import * as settingsTables from '#lib/settings/tables'
import { rendering } from '#lib/site/context'
import { findMenus } from '#lib/site/queries/menu'
import * as siteTables from '#lib/site/tables'
import { removeStory } from '#lib/story/commands/remove'
import { countStories, listStories } from '#lib/story/queries/list'
import * as storyTables from '#lib/story/tables'
import { databaseForAll } from '#lib/testing/database'
import { person } from '#lib/testing/newsroom'
import { aStory, publishNow } from '#lib/testing/stories'
import * as themeTables from '#lib/theme/tables'
import { listTopics } from '#lib/topic/queries'
import * as topicTables from '#lib/topic/tables'

import { type DemoAccount, loadDemo } from './load'
import { removeDemo } from './remove'
import * as demoTables from './tables'

databaseForAll()
let petra: Actor
let ownSection: string
let accounts: DemoAccount[]
let ids: string[]
const { media } = mediaTables
const now = new Date('2026-11-20T09:00:00Z')

beforeAll(async () => {
  await ensureSettings(new Date('2026-01-01T00:00:00Z'))
  const admin = { name: 'Petra', email: 'petra@paper.example', role: 'admin', sections: 'all' } as const
  petra = person(await db.write((tx) => insertPerson(tx, admin, null, now)), 'admin', 'all')
  ownSection = await addSection(petra, { name: 'Own', slug: '', colour: 'river' }, now)
  accounts = await loadDemo(now)
  ids = await itemIds()
}, 120_000)

test('the paper has at least 120 stories, 100 of them live, in every step and every state', async () => {
  const counts = await countStories(petra)
  expect(counts.all).toBeGreaterThanOrEqual(120)
  expect(counts.live).toBeGreaterThanOrEqual(100)
  for (const show of ['draft', 'review', 'ready', 'changes', 'withdrawn'] as const)
    expect(counts[show], show).toBeGreaterThan(0)
  expect(await listTopics()).toHaveLength(29)
  expect((await findSearch(db, 'barrier hinges', 100)).total).toBeGreaterThan(1)
  expect(await findSettings()).toMatchObject({ name: 'Wendmouth Courier' })
})

test('the latest story went live minutes ago, and “Also read” lines lead to stories', async () => {
  const live = await db
    .select({ at: siteTables.liveStories.publishedAt, body: siteTables.liveStories.body })
    .from(siteTables.liveStories)
  const newest = Math.max(...live.map(({ at }) => at.getTime()))
  expect(now.getTime() - newest).toBeLessThan(3_600_000)
  const related = live.flatMap(({ body }) => body.content).filter((block) => block.type === 'relatedStory')
  expect(related.length).toBeGreaterThan(10)
  expect(related.every(({ attrs }) => ids.includes(attrs.story) && attrs.note === '')).toBe(true)
})

test('no section is thin: ten live stories at least, and of its newest ten half have a picture', async () => {
  const live = await db
    .select({ section: siteTables.liveStories.sectionId, main: siteTables.liveStories.main })
    .from(siteTables.liveStories)
    .orderBy(desc(siteTables.liveStories.publishedAt))
  for (const section of new Set(live.map((story) => story.section))) {
    const newest = live.filter((story) => story.section === section).slice(0, 10)
    expect(newest, section).toHaveLength(10)
    expect(newest.filter(({ main }) => main).length, section).toBeGreaterThanOrEqual(5)
  }
})

test('its pictures are in the library with their files, and readers have those of its live stories and its bylines', async () => {
  const rows = await db.select().from(media)
  for (const { file, bytes, hash } of rows) {
    const kept = await buffer((await mediaStore().get(`${file}/master`))!.stream)
    expect([kept.length, createHash('sha256').update(kept).digest('hex')]).toEqual([bytes, hash])
    expect(await mediaStore().size(`${file}/thumb-320`)).toBeGreaterThan(1000)
    expect(await mediaStore().size(`${file}/thumb-640`)).toBeGreaterThan(1000)
  }
  const live = await db.select().from(siteTables.liveMedia)
  expect(live.length).toBe(rows.length - 2)
  expect(live.every(({ alt, caption, credit }) => alt && caption && credit)).toBe(true)
  const faces = await db.select({ face: siteTables.livePeople.face }).from(siteTables.livePeople)
  expect(faces.filter(({ face }) => face)).toHaveLength(14)
  expect(live.map(({ subject }) => subject)).toEqual(expect.arrayContaining(faces.flatMap(({ face }) => face ?? [])))
  const stories = await db.select({ main: siteTables.liveStories.main }).from(siteTables.liveStories)
  expect(stories.filter(({ main }) => main).length).toBeGreaterThan(50)
})

test('the library’s filters find something: what expires, what is unused, what is not cleared, what has no alt text', async () => {
  const names = async (filter: MediaFilter) =>
    (await listMedia(petra, filter, { size: 99 }, now)).rows.map(({ name }) => name)
  expect(await names({ show: 'expiring' })).toEqual(['The tram on test'])
  expect(await names({ show: 'unused' })).toEqual(['Col Quillan'])
  expect(await names({ rights: 'unclear' })).toEqual(['Stalls, sent by a trader'])
  expect(await names({ show: 'no-alt' })).toEqual(['Stalls, sent by a trader'])
  expect(await names({ words: 'heron marsh' })).toEqual(['Heron, Sallow marsh', 'Pylons at Carrow Edge'])
})

test('no file of a picture is made before a reader asks for it', async () => {
  const open = await db.select({ name: jobTables.jobs.name }).from(jobTables.jobs)
  expect(open.filter(({ name }) => ['make-renditions', 'sweep-file'].includes(name))).toEqual([])
})

test('its own pages are live, and its menus lead to all of them', async () => {
  const own = await db.select({ id: siteTables.livePages.subject }).from(siteTables.livePages)
  expect(own.length).toBe(4)
  const { answer } = await rendering(() => findMenus(messagesIn('en')))
  const linked = new Set(answer.footer.flatMap(({ links }) => links.flatMap(({ of }) => of ?? [])))
  expect(own.filter(({ id }) => !linked.has(id))).toEqual([])
  expect(answer.top.flatMap(({ links }) => links.map(({ href }) => href))).toContain('/about')
})

test('a changed story waits with another headline than readers have', async () => {
  const { rows } = await listStories(petra, { show: 'changes' }, { size: 10 })
  const live = await db.select({ headline: siteTables.liveStories.headline }).from(siteTables.liveStories)
  expect(rows.some(({ headline }) => live.every((story) => story.headline !== headline))).toBe(true)
})

test('the demo’s people sign in by passwords of their own, and none is an admin', async () => {
  expect(new Set(accounts.map(({ password }) => password)).size).toBe(accounts.length)
  expect(accounts.map(({ role }) => role)).not.toContain('admin')
  const rows = await db
    .select({ email: peopleTables.people.email, hash: peopleTables.people.passwordHash })
    .from(peopleTables.people)
  const [first] = accounts
  const row = rows.find(({ email }) => email === first!.email)
  expect(await verifyPassword(row!.hash, first!.password)).toBe(true)
})

test('a second load brings nothing', async () => {
  expect(await loadDemo(now)).toEqual([])
  expect(await itemIds()).toEqual(ids)
})

test('the live side equals the log', async () => {
  expect(await rebuildLive(lives, { check: true })).toEqual([])
}, 120_000)

test('removed, what the newsroom’s own stories use stays until they let it go; then nothing is left but log and audit', async () => {
  const topic = (await listTopics())[0]!
  const files = (await db.select({ file: media.file }).from(media)).map(({ file }) => file)
  const own = await aStory(petra, 'Our own', { topics: [topic.id], sectionId: ownSection })
  await publishNow(petra, own)
  expect(await removeDemo()).toMatchObject({
    removed: ids.length,
    kept: [expect.stringContaining('Stories still have this topic')],
  })
  await removeStory(petra, own)
  expect(await removeDemo()).toEqual({ removed: 1, kept: [] })
  for (const file of files) await sweepNow(mediaStore(), file)
  for (const file of files) expect(await mediaStore().list(`${file}/`, '', 9), file).toEqual([])
  for (const [name, rows] of await everything()) {
    if (['publications', 'audit'].includes(name)) continue
    // A menu's id is a word like others.
    expect(
      ids.filter((id) => id.length > 6 && rows.includes(id)),
      name,
    ).toEqual([])
    if (name !== 'revisions') expect(rows, name).not.toMatch(/Wendmouth|Courier|Carrow/)
  }
  expect(await findSettings()).toMatchObject({ name: 'The Paper' })
  expect((await findSearch(db, 'barrier', 10)).total).toBe(0)
  expect(await rebuildLive(lives, { check: true })).toEqual([])
}, 120_000)

test('after a removal it can be brought again, at the same addresses', async () => {
  expect(await loadDemo(now)).toHaveLength(accounts.length)
  const slugs = await db.select({ slug: siteTables.liveStories.slug }).from(siteTables.liveStories)
  expect(slugs.map(({ slug }) => slug)).toContain('barrier-hinges')
}, 120_000)

/** All but the paper's earlier name, which comes back. */
async function itemIds() {
  const { demoItems } = demoTables
  const rows = await db.select({ id: demoItems.id }).from(demoItems).where(ne(demoItems.kind, 'settings'))
  return rows.map(({ id }) => id)
}

async function everything(): Promise<[string, string][]> {
  const modules = [
    auditTables,
    authTables,
    demoTables,
    jobTables,
    mediaTables,
    menuTables,
    pageTables,
    peopleTables,
    publicationTables,
    sectionTables,
    settingsTables,
    siteTables,
    storyTables,
    themeTables,
    topicTables,
  ]
  const tables = modules
    .flatMap((module) => Object.values<unknown>(module))
    .filter((value): value is PgTable => is(value, Table))
  const found: [string, string][] = []
  for (const table of tables) found.push([getTableName(table), JSON.stringify(await db.select().from(table))])
  return found
}
