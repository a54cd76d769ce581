import { desc, eq } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'

import { audit } from '#lib/audit/tables'
import { attempts } from '#lib/auth/tables'
import { db } from '#lib/db/client'
import { listNotifications } from '#lib/notification/queries'
import { notifications } from '#lib/notification/tables'
import { removePerson } from '#lib/people/commands/remove'
import { peopleSections } from '#lib/people/tables'
import { removeStory } from '#lib/story/commands/remove'
import { spikeStory, unspikeStory } from '#lib/story/commands/spike'
import { withdrawStory } from '#lib/story/commands/withdraw'
import { listRevisions } from '#lib/story/queries/revisions'
import { deskForAll } from '#lib/testing/desk'
import { typeHeadline } from '#lib/testing/log'
import { when } from '#lib/testing/newsroom'
import { aStory, publishNow, typeInto } from '#lib/testing/stories'

import { answerPreview, makePreviewLink, revokePreviewLink } from './commands'
import { findPreview, isPreview, listPreviewLinks } from './queries'
import { mostAnswers, type NewAnswer } from './rules'
import { previewAnswers, previewLinks } from './tables'

const desk = deskForAll()
let story: string
beforeAll(async () => {
  await db.write((tx) => tx.insert(peopleSections).values({ personId: 'sal', sectionId: 'river' }))
})
beforeEach(async () => {
  story = await aStory(desk.nadia, 'Gates close early')
  await db.write((tx) => tx.delete(attempts))
})

const hour = 3_600_000
const from = { address: '192.0.2.7', agent: 'Firefox' }
const later = (ms: number) => new Date(when.getTime() + ms)
const make = (given = {}) => makePreviewLink(desk.nadia, story, { label: 'The lawyer', hours: 24, ...given }, when)
const say = (token: string, given: Partial<NewAnswer> = {}, now = later(hour)) =>
  answerPreview(token, { kind: 'comment', block: 'p1', name: 'Ada Rhys', text: 'Who says so?', ...given }, from, now)

test('a link shows the text as it stood when it was made, whatever is written, published or withdrawn after', async () => {
  const { token, revision } = await make()
  expect(token).toMatch(/^[\w-]{43}$/)
  await typeInto(story, desk.nadia, typeHeadline('Not: '))
  await publishNow(desk.sal, story)
  const shown = async () => (await findPreview(token, later(hour)))!
  expect(await shown()).toMatchObject({ number: revision, live: false, story: { headline: 'Gates close early' } })
  await withdrawStory(desk.sal, story, 'It was wrong.', 'wrong')
  expect((await shown()).story).toMatchObject({
    headline: 'Gates close early',
    section: { name: 'river' },
    authors: [{ name: 'nadia' }],
  })
})

test('the working copy is kept for it, and not twice when nothing has changed', async () => {
  const first = await make()
  const second = await make({ label: 'The source' })
  expect(second.revision).toBe(first.revision)
  expect((await listRevisions(desk.nadia, story)).revisions.map(({ why }) => why)).toEqual(['preview'])
  expect(second.token).not.toBe(first.token)
})

test('a link takes no more answers than can be read', async () => {
  const { id, token } = await make()
  const answer = { linkId: id, kind: 'comment', block: '', name: 'Ada Rhys', text: 'No.', at: when } as const
  const rows = Array.from({ length: mostAnswers - 1 }, (_, i) => ({ ...answer, id: `${id}${i}` }))
  await db.write((tx) => tx.insert(previewAnswers).values(rows))
  await say(token)
  await expect(say(token)).rejects.toMatchObject({
    reason: 'rule',
    message: expect.stringContaining('no more answers'),
  })
})

test('whom it is for, and what is said, has no sign that PostgreSQL could not keep', async () => {
  const { id, token } = await make({ label: 'The\u0000 lawyer' })
  await say(token, { name: 'Ada\ud800 Rhys', text: 'Who\u0000 says\uffff so?' })
  const link = (await listPreviewLinks(desk.nadia, story)).find((one) => one.id === id)
  expect(link).toMatchObject({ label: 'The lawyer', answers: [{ name: 'Ada Rhys', text: 'Who says so?' }] })
})

test('of a link only the hash of its token is kept', async () => {
  const { id, token } = await make()
  const [row] = await db.select().from(previewLinks).where(eq(previewLinks.id, id))
  expect(JSON.stringify(row)).not.toContain(token)
  const acts = await db.select({ detail: audit.detail }).from(audit)
  expect(JSON.stringify(acts)).not.toContain(token)
})

test('it works until its hour and not at it; revoked it works no more, and for nobody again', async () => {
  const { id, token } = await make()
  expect(await isPreview(token, later(24 * hour - 1))).toBe(true)
  expect(await isPreview(token, later(24 * hour))).toBe(false)
  expect(await findPreview(token, later(24 * hour))).toBeUndefined()
  await revokePreviewLink(desk.sal, id, later(hour))
  expect(await findPreview(token, later(2 * hour))).toBeUndefined()
  await expect(say(token)).rejects.toMatchObject({ reason: 'not-found' })
})

test.each(['', 'x', 'x'.repeat(43), '%', "' or 1=1 --"])('%j opens nothing', async (token) => {
  expect(await isPreview(token)).toBe(false)
  expect(await findPreview(token)).toBeUndefined()
})

test('while the story is on the spike its links show nothing and take nothing; off it they work again', async () => {
  const { token } = await make()
  await spikeStory(desk.sal, story, later(1))
  expect([await isPreview(token, later(hour)), await findPreview(token, later(hour))]).toEqual([false, undefined])
  await expect(say(token)).rejects.toMatchObject({ reason: 'not-found' })
  await unspikeStory(desk.sal, story, later(2))
  expect((await findPreview(token, later(hour)))?.story.headline).toBe('Gates close early')
})

test('who may change the story makes, sees and revokes its links; nobody else', async () => {
  const { id } = await make()
  const link = { label: 'A source', hours: 24 }
  await expect(makePreviewLink(desk.tom, story, link)).rejects.toMatchObject({ reason: 'not-found' })
  await expect(listPreviewLinks(desk.tom, story)).rejects.toMatchObject({ reason: 'not-found' })
  await expect(revokePreviewLink(desk.tom, id)).rejects.toMatchObject({ reason: 'not-found' })
  expect(await listPreviewLinks(desk.sal, story)).toHaveLength(1)
  await spikeStory(desk.nadia, story)
  await expect(make()).rejects.toMatchObject({ reason: 'rule' })
})

test.each([
  [{ label: ' ' }, 'label'],
  [{ label: 'x'.repeat(81) }, 'label'],
  [{ hours: 0 }, 'hours'],
  [{ hours: 100_000 }, 'hours'],
])('a link with %j is refused', async (given, field) => {
  await expect(make(given)).rejects.toMatchObject({ reason: 'invalid', fields: { [field]: expect.any(String) } })
})

test('another story’s revision cannot be had by it', async () => {
  await make()
  await expect(make({ revision: 99 })).rejects.toMatchObject({ reason: 'not-found' })
})

test('what is answered stands on the story, with its paragraph, and is told to who made the link and to its editors', async () => {
  await db.write((tx) => tx.delete(notifications))
  const { token } = await make()
  await say(token)
  await say(token, { kind: 'approval', block: '', text: '' }, later(2 * hour))
  expect((await listPreviewLinks(desk.sal, story))[0]?.answers).toMatchObject([
    { kind: 'comment', block: 'p1', about: 'The river rose.', name: 'Ada Rhys', text: 'Who says so?' },
    { kind: 'approval', name: 'Ada Rhys' },
  ])
  for (const person of [desk.nadia, desk.sal]) {
    const { rows } = await listNotifications(person, { size: 9 })
    expect(rows.map(({ kind, by, note }) => [kind, by, note])).toEqual([
      ['preview-approved', null, 'Ada Rhys'],
      ['preview-comment', null, 'Ada Rhys: Who says so?'],
    ])
  }
  expect((await listNotifications(desk.tom, { size: 9 })).rows).toEqual([])
  const [last] = await db.select().from(audit).orderBy(desc(audit.seq)).limit(1)
  expect(last).toMatchObject({ act: 'preview-approved', actorId: null, subject: `story:${story}` })
  expect(last?.detail).not.toContain('Ada')
})

test.each([
  [{ name: ' ' }, 'name'],
  [{ name: 'x'.repeat(81) }, 'name'],
  [{ text: '\n' }, 'text'],
  [{ text: 'x'.repeat(2001) }, 'text'],
  [{ block: 'of another story' }, 'block'],
])('an answer with %j is refused', async (given, field) => {
  const { token } = await make()
  await expect(say(token, given)).rejects.toMatchObject({ reason: 'invalid', fields: { [field]: expect.any(String) } })
})

test('control characters are dropped, lines stay', async () => {
  const { id, token } = await make()
  await say(token, { text: ' one\r\ntwo\u0000\u001b[1m ' })
  const [{ text } = {}] = await db
    .select({ text: previewAnswers.text })
    .from(previewAnswers)
    .where(eq(previewAnswers.linkId, id))
  expect(text).toBe('one\ntwo[1m')
})

test('from one address there are thirty answers in a quarter of an hour, then it must wait', async () => {
  const { token } = await make()
  for (let i = 0; i < 30; i += 1) await say(token, { text: `No. ${i}` })
  await expect(say(token)).rejects.toMatchObject({ reason: 'busy' })
  await say(token, {}, later(2 * hour))
})

test('who made a link is not removed while it is there: the account is disabled instead', async () => {
  await makePreviewLink(desk.sal, story, { label: 'The lawyer', hours: 24 }, when)
  await expect(removePerson(desk.petra, 'sal')).rejects.toMatchObject({ reason: 'rule' })
})

test('a removed story takes its links along', async () => {
  const { token } = await make()
  await removeStory(desk.petra, story)
  expect(await isPreview(token, later(hour))).toBe(false)
  expect(await db.$count(previewLinks, eq(previewLinks.storyId, story))).toBe(0)
})
