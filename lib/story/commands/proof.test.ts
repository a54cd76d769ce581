import { and, eq, isNull } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { db } from '#lib/db/client'
import { claim, done } from '#lib/jobs/commands'
import { jobs } from '#lib/jobs/tables'
import { deskForAll } from '#lib/testing/desk'
import { later, toldOf } from '#lib/testing/planning'
import { aStory, publishNow } from '#lib/testing/stories'

import { findLastAct } from '../queries/last-act'
import { findProof, proofJob, rowsOf } from '../queries/proof'
import { type ProofAnswer, storyProofs } from '../tables'
import { endProof, noteAnswers, openProof } from './proof'
import { putBack } from './put-back'
import { withdrawStory } from './withdraw'

const desk = deskForAll()

const stale: ProofAnswer[] = [
  { surface: 'home', url: 'https://paper.example/', from: 'inside', status: 200, clean: true },
  { surface: 'home', url: 'https://paper.example/', from: 'outside', status: 200, clean: false, fault: 'Shows it.' },
]

const waiting = (id: string) =>
  db
    .select({ dueAt: jobs.dueAt, payload: jobs.payload })
    .from(jobs)
    .where(and(eq(jobs.dedupe, proofJob(id)), isNull(jobs.doneAt), isNull(jobs.failedAt)))

/** A story withdrawn at 1, whose job is under way. @returns it as its proof ends */
async function underWay(headline: string) {
  const id = await aStory(desk.nadia, headline)
  await publishNow(desk.sal, id)
  await withdrawStory(desk.sal, id, '', 'legal', later(1))
  const seq = (await findLastAct(db, id))!.seq
  const asked = { storyId: id, seq }
  const proof = await db.write((tx) => openProof(tx, asked, later(2)))
  const [job] = await claim(['proof'], 1, 60_000)
  const end = (answers: ProofAnswer[], keptUntil: Date, now: Date) =>
    db.write(async (tx) => {
      await done(tx, job!)
      await endProof(tx, { ...asked, proof, answers, by: 'sal', keptUntil }, now)
    })
  return { id, asked, proof, end }
}

test('a second after a withdrawal its proof begins, in the commit of the withdrawal', async () => {
  const id = await aStory(desk.nadia, 'Gates close')
  await publishNow(desk.sal, id)
  await withdrawStory(desk.sal, id, '', 'wrong', later(1))
  const seq = (await findLastAct(db, id))!.seq
  expect(await waiting(id)).toEqual([{ dueAt: new Date(later(1).getTime() + 1000), payload: { storyId: id, seq } }])
  await putBack(desk.sal, id, later(2))
  await withdrawStory(desk.sal, id, '', 'wrong', later(3))
  expect(await waiting(id)).toMatchObject([{ dueAt: new Date(later(3).getTime() + 1000) }])
  await db.write(async (tx) => void (await tx.delete(jobs)))
})

test('what caches outside may still show alarms nobody; when they may not any more it is asked again', async () => {
  const { id, end, asked } = await underWay('Weir breaks')
  await end(stale, later(10), later(3))
  expect(await toldOf(id, desk.sal)).toEqual([])
  const again = new Date(later(10).getTime() + 1000)
  expect(await waiting(id)).toEqual([{ dueAt: again, payload: asked }])
  expect(await findProof(desk.sal, id)).toMatchObject({ state: 'ended', elsewhere: true, againAt: again })
})

test('and when they still show it then, who withdrew it is told, and nobody else', async () => {
  const { id, end } = await underWay('Ferry sinks')
  await end(stale, later(10), later(11))
  expect(await toldOf(id, desk.sal)).toMatchObject([{ kind: 'proof-red', by: null }])
  expect(await toldOf(id, desk.petra)).toEqual([])
  expect(await waiting(id)).toEqual([])
})

test('how far it has come is seen while it is under way; begun anew it starts from nothing', async () => {
  const { id, asked, proof } = await underWay('Lock jams')
  await noteAnswers(proof, stale)
  expect(await findProof(desk.nadia, id)).toMatchObject({ state: 'asking', rows: [{ words: 'Home', path: '/' }] })
  expect(await db.write((tx) => openProof(tx, asked, later(5)))).toBe(proof)
  expect(await findProof(desk.nadia, id)).toMatchObject({ state: 'asking', rows: [] })
  await expect(findProof(desk.tom, id)).rejects.toMatchObject({ reason: 'not-found' })
  expect(await db.$count(storyProofs, eq(storyProofs.storyId, id))).toBe(1)
})

test('until what our pages allow to be kept is over, the desk says so', async () => {
  const { id, end } = await underWay('Pier burns')
  await end(stale, later(10), later(3))
  const { keptUntil } = (await findProof(desk.sal, id, later(0)))!
  expect(keptUntil).toEqual(later(1))
  expect((await findProof(desk.sal, id, later(2)))!.keptUntil).toBeNull()
})

test('an address has one row, with what it answered from here and from outside', () => {
  expect(rowsOf(stale)).toEqual([
    {
      words: 'Home',
      path: '/',
      url: 'https://paper.example/',
      inside: { status: 200, clean: true, fault: undefined },
      outside: { status: 200, clean: false, fault: 'Shows it.' },
    },
  ])
})
