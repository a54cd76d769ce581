import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'

import type { Actor } from '#lib/auth/actor'
import { db } from '#lib/db/client'
import { countUnread, listNotifications } from '#lib/notification/queries'
import { people, peopleSections } from '#lib/people/tables'
import { liveStories } from '#lib/site/tables'
import { duplicateStory } from '#lib/story/commands/create'
import { removeStory } from '#lib/story/commands/remove'
import { databaseForEach } from '#lib/testing/database'
import { newsroom, person, when } from '#lib/testing/newsroom'
import { aStory, publishNow } from '#lib/testing/stories'

import { beginThread, deleteComment, editComment, reply, resolveThread } from './commands'
import { listReaders, listThreads } from './queries'
import { most } from './rules'
import { comments, commentThreads } from './tables'

databaseForEach()
let desk: Awaited<ReturnType<typeof newsroom>> & { kim: Actor }
let story: string
beforeEach(async () => {
  // Kim writes for the river too, and only reads what Nadia makes.
  const kim = person('kim', 'writer', ['river'])
  desk = { ...(await newsroom()), kim }
  const row = { email: 'kim', name: 'kim', slug: 'kim', role: kim.role, profile: { title: '', bio: '' } }
  await db.write(async (tx) => {
    await tx.insert(people).values({ id: 'kim', ...row, createdAt: when })
    for (const [personId, sectionId] of [
      ['kim', 'river'],
      ['nadia', 'river'],
      ['sal', 'river'],
      ['tom', 'politics'],
    ] as const)
      await tx.insert(peopleSections).values({ personId, sectionId })
  })
  story = await aStory(desk.nadia, 'Gates close')
})

const anchor = { part: 'body', block: 'p1', start: 'AA', end: 'AA', quote: 'river' } as const
const said = (text: string, ...mentions: string[]) => ({ text, mentions })
const told = async (actor: Actor) =>
  (await listNotifications(actor, { size: 10 })).rows.map(({ kind, by }) => `${kind} by ${by}`)

test('whoever may read the story comments on it, and sees what others say; nobody else learns of it', async () => {
  const { thread } = await beginThread(desk.kim, story, anchor, said('Which one?'), when)
  await reply(desk.sal, thread, said('The lower.'))
  await beginThread(desk.petra, story, null, said('Good.'))
  const [first, second] = await listThreads(desk.nadia, story)
  expect(first).toMatchObject({ quote: 'river', part: 'body', resolved: null, mayResolve: true })
  expect(first?.comments.map(({ by, text }) => [by?.name, text])).toEqual([
    ['kim', 'Which one?'],
    ['sal', 'The lower.'],
  ])
  expect(second).toMatchObject({ part: null, quote: '' })
  for (const stranger of [desk.tom, desk.kit]) {
    await expect(listThreads(stranger, story)).rejects.toThrow('not found')
    await expect(beginThread(stranger, story, anchor, said('x'))).rejects.toThrow('not found')
    await expect(reply(stranger, thread, said('x'))).rejects.toThrow('not found')
    await expect(listReaders(stranger, story)).rejects.toThrow('not found')
  }
})

test('a comment is changed and deleted by its writer alone; with the last one the thread goes', async () => {
  const { thread, comment } = await beginThread(desk.kim, story, anchor, said('Which?'), when)
  const answer = await reply(desk.nadia, thread, said('This.'))
  await expect(editComment(desk.petra, comment, said('Mine'))).rejects.toThrow('Only who wrote')
  await expect(deleteComment(desk.sal, comment)).rejects.toThrow('Only who wrote')
  await editComment(desk.kim, comment, said('Which one?'))
  await deleteComment(desk.nadia, answer)
  expect((await listThreads(desk.kim, story))[0]?.comments).toMatchObject([{ text: 'Which one?', edited: true }])
  await deleteComment(desk.kim, comment)
  expect(await db.$count(commentThreads)).toBe(0)
})

test('a thread is resolved by who may change the story or began it, opened again, and an answer opens it too', async () => {
  const { thread } = await beginThread(desk.nadia, story, anchor, said('Which?'), when)
  await expect(resolveThread(desk.kim, thread, true)).rejects.toThrow('Who began this thread')
  await resolveThread(desk.sal, thread, true, when)
  expect((await listThreads(desk.kim, story))[0]?.resolved).toEqual({ by: 'sal', at: when.getTime() })
  await resolveThread(desk.nadia, thread, false)
  expect((await listThreads(desk.kim, story))[0]?.resolved).toBeNull()
  await resolveThread(desk.nadia, thread, true)
  await reply(desk.kim, thread, said('Still wrong.'))
  expect((await listThreads(desk.kim, story))[0]?.resolved).toBeNull()
})

test('those who may read the story can be mentioned, and are told; nobody is told of their own words', async () => {
  expect((await listReaders(desk.kim, story)).map(({ id }) => id)).toEqual(['kim', 'nadia', 'petra', 'sal'])
  const text = '@sal, @tom, @kim: see'
  const { thread, comment } = await beginThread(desk.kim, story, anchor, said(text, 'sal', 'tom', 'kim'), when)
  expect((await listThreads(desk.sal, story))[0]?.comments[0]?.mentions.map(({ id }) => id)).toEqual(['kim', 'sal'])
  expect([await told(desk.sal), await told(desk.tom), await told(desk.kim)]).toEqual([['mention by kim'], [], []])
  await editComment(desk.kim, comment, said('@sal and @nadia', 'sal', 'nadia'))
  expect([await told(desk.sal), await told(desk.nadia)]).toEqual([['mention by kim'], ['mention by kim']])
  // Who is mentioned in an answer is told once.
  await reply(desk.sal, thread, said('Yes, @kim', 'kim'))
  await reply(desk.nadia, thread, said('No.'))
  expect((await told(desk.kim)).sort()).toEqual(['mention by sal', 'reply by nadia'])
  expect(await told(desk.sal)).toContain('reply by nadia')
})

test('with a comment goes what was told of it', async () => {
  const { comment } = await beginThread(desk.kim, story, anchor, said('@sal', 'sal'), when)
  expect(await countUnread(desk.sal)).toBe(1)
  await deleteComment(desk.kim, comment)
  expect(await countUnread(desk.sal)).toBe(0)
})

test('readers, copies and what is left of a removed story know nothing of comments', async () => {
  await beginThread(desk.kim, story, anchor, said('Libel, surely'), when)
  await publishNow(desk.sal, story)
  expect(JSON.stringify(await db.select().from(liveStories))).not.toContain('Libel')
  expect(await listThreads(desk.nadia, await duplicateStory(desk.nadia, story))).toEqual([])
  await removeStory(desk.petra, story)
  expect([await db.$count(comments), await db.$count(commentThreads)]).toEqual([0, 0])
})

test('what somebody said stays when they go', async () => {
  await beginThread(desk.kim, story, anchor, said('Which?'), when)
  await db.write((tx) => tx.delete(people).where(eq(people.id, 'kim')))
  expect((await listThreads(desk.nadia, story))[0]?.comments).toMatchObject([{ by: null, text: 'Which?' }])
})

test('whoever is mentioned is told once of a comment, however often it is changed', async () => {
  const { comment } = await beginThread(desk.kim, story, null, said('@nadia see', 'nadia'))
  for (const words of ['see', '@nadia see', 'see', '@nadia see'])
    await editComment(desk.kim, comment, said(words, 'nadia'))
  expect(await told(desk.nadia)).toEqual(['mention by kim'])
})

test('nobody fills a story with comments; others still write theirs, and what is deleted makes room', async () => {
  const { thread, comment } = await beginThread(desk.kim, story, null, said('One.'))
  const more = Array.from({ length: most - 1 }, (_, i) => ({ id: `more-${i}`, threadId: thread, by: 'kim' }))
  await db.write(async (tx) => {
    for (const row of more) await tx.insert(comments).values({ ...row, text: 'More.', mentions: [], at: when })
  })
  await expect(reply(desk.kim, thread, said('One more.'))).rejects.toMatchObject({ reason: 'rule' })
  await expect(beginThread(desk.kim, story, null, said('Anew.'))).rejects.toMatchObject({ reason: 'rule' })
  await reply(desk.sal, thread, said('Enough.'))
  await deleteComment(desk.kim, comment)
  await reply(desk.kim, thread, said('The last.'))
})
