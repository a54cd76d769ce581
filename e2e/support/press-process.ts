import { and, eq } from 'drizzle-orm'

import { type Actor, operator } from '#lib/auth/actor'
import { hashPassword } from '#lib/auth/passwords'
import { db } from '#lib/db/client'
import { clockHolds } from '#lib/jobs/tables'
import { insertPerson } from '#lib/people/commands/insert'
import { listPeople } from '#lib/people/queries'
import type { Role } from '#lib/people/tables'
import { listSections } from '#lib/section/queries'
import { listLatest } from '#lib/site/queries/lists'
import { createStory, duplicateStory, type NewStory } from '#lib/story/commands/create'
import { setFields } from '#lib/story/commands/fields'
import { publishStory } from '#lib/story/commands/publish'
import { withdrawStory } from '#lib/story/commands/withdraw'
import { bodyText } from '#lib/story/document/text'
import { toDocument } from '#lib/story/document/ydoc'
import { loadLog } from '#lib/story/log/read'
import { storyLog } from '#lib/story/log/tables'
import { fieldsOf, loadStory } from '#lib/story/queries/load'
import { findPublishState } from '#lib/story/queries/publish-state'
import { storySchedules } from '#lib/story/tables'
import { cookieOf } from '#lib/testing/collab'
import { publishNow, retype, seenNow } from '#lib/testing/stories'

import { longStory } from './long-story'
import { callHour, hide } from './press-canaries'
import { type FrontOrder, workWithFronts } from './press-fronts'
import { lookThroughStore, sendPictures, sweepLibrary } from './press-library'
import { actFor, beginPair, endPair, type PairOrder } from './press-pairs'
import { type PictureOrder, workWithPictures } from './press-pictures'
import { outcomes, plan, waiting } from './press-plans'
import { shelve } from './press-shelf'
import type { Sender } from './sending'

/** Somebody of the newsroom; `sections`: slugs with commas between, or `all`. */
export type Hired = { email: string; name: string; password: string; role: Role; sections: string }
export type Order =
  | { do: 'draft' }
  | { do: 'fill'; count: number }
  | { do: 'plan'; count: number; over: number }
  | { do: 'hide'; at: number }
  | { do: 'call-hour'; at: number }
  | PairOrder
  | PictureOrder
  | FrontOrder
  | { do: 'shelve'; count: number }
  | { do: 'outcomes' }
  | { do: 'sweep-library' }
  | { do: 'look-through-store' }
  | { do: 'send-pictures'; sender: Sender; ms: number }
  | { do: 'waiting' }
  | { do: 'long'; words: number; rich: number }
  | { do: 'sign-in' }
  | { do: 'doubt-clock'; jump: number }
  | { do: 'hire'; person: Hired }
  | { do: 'correct'; id: string; headline: string; note: string }
  | { do: 'path' | 'publish' | 'update' | 'withdraw' | 'hasten' | 'text' | 'rows'; id: string }
export type SignedIn = { id: string; name: string; cookie: string }
export type Answer = { done: string } | { fault: string }

let originals: ReturnType<typeof listLatest> | undefined
let found: Promise<Actor> | undefined
const editor = () => (found ??= findPerson('editor'))
let made = 0

async function findPerson(role: Role): Promise<Actor> {
  const person = (await listPeople(operator)).find((one) => one.role === role)
  if (!person) throw new Error(`There is no ${role}: the demo paper is not here.`)
  return { ...operator, id: person.id, name: person.name }
}

async function draft(): Promise<string> {
  originals ??= listLatest(100)
  const cards = await originals
  const card = cards[made % cards.length]
  made += 1
  if (!card) throw new Error('There is no story to copy: the demo paper is not here.')
  return duplicateStory(await editor(), card.id)
}

/** Where readers have the story, or will once it is published. */
async function pathOf(id: string): Promise<string> {
  const { slug, sectionId } = await loadStory(db, id)
  return `/${(await listSections()).find((section) => section.id === sectionId)?.slug}/${slug}`
}

async function publish(id: string): Promise<string> {
  await publishNow(await editor(), id, new Date())
  const state = await findPublishState(id)
  return state.state === 'live' ? state.path : ''
}

/** Each with a headline of its own, and so an address; many in a transaction, as to commit takes the longest. */
async function fill(count: number): Promise<string> {
  const by = await editor()
  const originals = await contents()
  const ids: string[] = []
  while (ids.length < count)
    await db.write(async (tx) => {
      for (const { document, ...fields } of originals.slice(0, count - ids.length)) {
        const headline = `${ids.length + 1}: ${document.headline}`
        const id = await createStory(by, { ...fields, slug: '', document: { ...document, headline } })
        await publishNow(by, id, new Date(), tx)
        ids.push(id)
      }
    })
  return JSON.stringify(await Promise.all(ids.map(pathOf)))
}

const contents = async () => Promise.all((await listLatest(100)).map(({ id }) => contentOf(id)))

const long = async ({ words, rich }: { words: number; rich: number }) =>
  createStory(await editor(), { document: longStory(words, rich) })

const contentOf = async (id: string) => ({
  ...fieldsOf(await loadStory(db, id)),
  document: toDocument(await loadLog(db, id)),
})

/** Readers see it by the dateline, which gets another number; published or not until then. */
async function update(id: string): Promise<string> {
  made += 1
  const dateline = `Place ${made}`
  await setFields(await editor(), id, (await loadStory(db, id)).version, { dateline })
  await publish(id)
  return dateline
}

/** Readers get another headline, and are told at the story's top what was wrong. */
async function correct({ id, headline, note }: { id: string; headline: string; note: string }): Promise<string> {
  const by = await editor()
  await retype(id, by, { headline }, new Date())
  await publishStory(by, id, await seenNow(id), { change: 'correction', note, place: 'top' }, new Date())
  return 'corrected'
}

async function withdraw(id: string): Promise<string> {
  await withdrawStory(await editor(), id, 'It was wrong.', 'wrong')
  return 'withdrawn'
}

async function signIn(): Promise<string> {
  const admin = await findPerson('admin')
  return JSON.stringify({ id: admin.id, name: admin.name, cookie: await cookieOf(admin) } satisfies SignedIn)
}

/** @returns the cookie of a browser in which they are signed in */
async function hire({ password, sections, ...person }: Hired): Promise<string> {
  const slugs = sections.split(',')
  const ids = (await listSections()).filter(({ slug }) => slugs.includes(slug)).map(({ id }) => id)
  const given = sections === 'all' ? ('all' as const) : ids
  const passwordHash = await hashPassword(password)
  const at = new Date()
  const id = await db.write((tx) => insertPerson(tx, { ...person, sections: given, passwordHash }, operator.id, at))
  return cookieOf({ ...operator, id, name: person.name })
}

const textOf = async (id: string) => bodyText(toDocument(await loadLog(db, id)).body)

const rowsOf = async (id: string) => String(await db.$count(storyLog, eq(storyLog.storyId, id)))

/** What waits for its hour happens now. */
async function hasten(id: string): Promise<string> {
  const waits = and(eq(storySchedules.storyId, id), eq(storySchedules.state, 'waiting'))
  await db.write((tx) => tx.update(storySchedules).set({ dueAt: new Date() }).where(waits))
  return 'hastened'
}

/** As another process does that has seen its clock jump: what is planned waits everywhere. */
async function doubtClock(jump: number): Promise<string> {
  await db.write((tx) => tx.insert(clockHolds).values({ at: new Date(), jump, offset: 0 }))
  return 'in doubt'
}

const works = { path: pathOf, publish, update, withdraw, hasten, text: textOf, rows: rowsOf }

/** Where readers look first: with a topic and a byline. */
async function hideAll(at: number) {
  const original = (await contents()).find(({ topics, people }) => topics.length && people.length)
  return hide(await editor(), original ?? {}, new Date(at))
}

let first: Promise<NewStory> | undefined
function oneContent(): Promise<NewStory> {
  first ??= contents().then(([one]) => one!)
  return first
}

/** Both publish everywhere. */
const both = async () => [await editor(), await findPerson('writer')] as const

const asJson = async (done: Promise<unknown>) => JSON.stringify(await done)

function work(order: Order): Promise<string> {
  if (order.do === 'draft') return draft()
  if (order.do === 'hire') return hire(order.person)
  if (order.do === 'fill') return fill(order.count)
  if (order.do === 'long') return long(order)
  if (order.do === 'correct') return correct(order)
  if (order.do === 'doubt-clock') return doubtClock(order.jump)
  if (order.do === 'plan') return asJson(editor().then(async (by) => plan(by, await contents(), pathOf, order)))
  if (order.do === 'hide') return asJson(hideAll(order.at))
  if (order.do === 'call-hour') return callHour(new Date(order.at))
  if (order.do === 'begin-pair') return asJson(both().then(async ([by]) => beginPair(by, await oneContent(), order)))
  if (order.do === 'act-in-pair') return asJson(both().then((people) => actFor(people[order.who]!, order)))
  if (order.do === 'end-pair') return asJson(both().then((people) => endPair(people, order)))
  if (order.do === 'sweep-library') return sweepLibrary()
  if (order.do === 'send-pictures') return asJson(sendPictures(order.sender, order.ms))
  if (order.do === 'look-through-store') return asJson(lookThroughStore())
  if (order.do === 'write' || order.do === 'illustrate' || order.do === 'describe' || order.do === 'give-face')
    return editor().then((by) => workWithPictures(by, order))
  if (order.do === 'draft-front' || order.do === 'hasten-draft') return editor().then((by) => workWithFronts(by, order))
  if (order.do === 'shelve') return editor().then((by) => shelve(by, order.count))
  if (order.do === 'outcomes') return asJson(outcomes())
  if (order.do === 'waiting') return asJson(waiting())
  return order.do === 'sign-in' ? signIn() : works[order.do](order.id)
}

process.on('message', async (order: Order) => {
  const answer: Answer = await work(order).then(
    (done) => ({ done }),
    (error) => ({ fault: String(error) }),
  )
  process.send?.(answer)
})
process.on('disconnect', () => void db.close())
