import { and, eq, isNull } from 'drizzle-orm'

import { appendAudit } from '#lib/audit/commands'
import type { Actor } from '#lib/auth/actor'
import { ensure } from '#lib/auth/permissions'
import { db, type Tx } from '#lib/db/client'
import { Refusal } from '#lib/errors'
import { newId } from '#lib/id'
import { cancel, enqueue } from '#lib/jobs/commands'
import { notify } from '#lib/notification/commands'

import { findLastAct } from '../queries/last-act'
import { loadStory } from '../queries/load'
import { isAsked, proofJob } from '../queries/proof'
import { type ProofAnswer, storyProofs } from '../tables'
import { alarm } from './alarm'
import { nudge } from './nudge'

/** A withdrawal: its place in the publication log. */
export type ProofJob = { storyId: string; seq: number }

/** Within a second after a withdrawal everything is to be as it should be, in every process: then it is asked. Milliseconds. */
const SETTLED = 1000

/** Has all public addresses of a withdrawn story asked, soon or at a time, whether they are clean of it. */
export async function planProof(tx: Tx, job: ProofJob, now: Date, dueAt?: Date): Promise<void> {
  const dedupe = proofJob(job.storyId)
  await cancel(tx, dedupe)
  if (!dueAt) await openProof(tx, job, now)
  const soon = new Date(now.getTime() + SETTLED)
  await enqueue(tx, { name: 'proof', payload: job, dueAt: dueAt ?? soon, dedupe }, now)
}

/** Begins a proof, or takes up the one that was left unfinished. @returns its id */
export async function openProof(tx: Tx, { storyId, seq }: ProofJob, now: Date): Promise<string> {
  const unfinished = and(eq(storyProofs.storyId, storyId), eq(storyProofs.seq, seq), isNull(storyProofs.endedAt))
  const [open] = await tx
    .update(storyProofs)
    .set({ askedAt: now, answers: [] })
    .where(unfinished)
    .returning({ id: storyProofs.id })
  if (open) return open.id
  const id = newId()
  await tx.insert(storyProofs).values({ id, storyId, seq, askedAt: now, answers: [] })
  return id
}

/**
 * Has the addresses asked once more.
 * @throws Refusal `rule` where readers have the story, or it is being asked already
 */
export function askProofAgain(actor: Actor, id: string, now = new Date()): Promise<void> {
  return db.write(async (tx) => {
    ensure(actor, 'publish', await loadStory(tx, id))
    const last = await findLastAct(tx, id)
    if (last?.act !== 'withdraw') throw new Refusal('rule', 'This story is not withdrawn.')
    if (await isAsked(tx, id)) throw new Refusal('rule', 'The addresses are being asked already.')
    const job = { storyId: id, seq: last.seq }
    await planProof(tx, job, now, now)
    const proof = await openProof(tx, job, now)
    const detail = { seq: last.seq, proof }
    await appendAudit(tx, { actorId: actor.id, act: 'ask-proof', subject: `story:${id}`, detail, at: now })
    await nudge(tx, id, 'publishing', now)
  })
}

/** Shows how far it has come. */
export const noteAnswers = (proof: string, answers: ProofAnswer[]): Promise<void> =>
  db.write(async (tx) => void (await tx.update(storyProofs).set({ answers }).where(eq(storyProofs.id, proof))))

/** Drops a proof that proves nothing: readers have got the story back. */
export async function dropProof(tx: Tx, { storyId, seq }: ProofJob): Promise<void> {
  await tx
    .delete(storyProofs)
    .where(and(eq(storyProofs.storyId, storyId), eq(storyProofs.seq, seq), isNull(storyProofs.endedAt)))
}

export type Proven = ProofJob & {
  proof: string
  answers: ProofAnswer[]
  /** Who withdrew it. */
  by: string | null
  /** Until then caches outside may keep what we sent before the withdrawal. */
  keptUntil: Date
}

/**
 * Ends a proof, in the commit that ends its job: the audit has what each address answered. What our own listener still
 * shows is our fault, and all who publish there hear of it; what only caches outside show is asked again when they may not
 * any more, and then who withdrew it hears.
 */
export async function endProof(tx: Tx, proven: Proven, now: Date): Promise<void> {
  const { storyId, seq, proof, answers, by, keptUntil } = proven
  if ((await findLastAct(tx, storyId))?.seq !== seq) return dropProof(tx, proven)
  await tx.update(storyProofs).set({ answers, endedAt: now }).where(eq(storyProofs.id, proof))
  const [here, outside] = [answersFrom(answers, 'inside'), answersFrom(answers, 'outside')]
  const detail = { seq, proof, inside: told(here), ...(outside.length && { outside: told(outside) }) }
  await appendAudit(tx, { actorId: null, act: 'proof', subject: `story:${storyId}`, detail, at: now })
  await nudge(tx, storyId, 'publishing', now)
  const red = here.filter(({ clean }) => !clean)
  // Where nobody answers, nothing is shown either.
  const shown = outside.filter(({ clean, status }) => !clean && status > 0)
  if (red.length) {
    const { sectionId } = await loadStory(tx, storyId)
    const note = `Of ${count(here)} ${red.length} did not answer as they should. The story’s panel says which, and why.`
    await alarm(tx, 'proof-red', { storyId, sectionId, by }, note, now)
  } else if (shown.length && now > keptUntil)
    await notify(tx, { to: [by], kind: 'proof-red', storyId, by: null, note: outsideNote(shown), at: now })
  // A second later, so that what was kept to the end is over.
  if (shown.length && now <= keptUntil)
    await planProof(tx, { storyId, seq }, now, new Date(keptUntil.getTime() + SETTLED))
}

const answersFrom = (answers: ProofAnswer[], from: ProofAnswer['from']) => answers.filter((one) => one.from === from)

/** Names of surfaces and their statuses: no address and no word of the story. */
const told = (answers: ProofAnswer[]) => ({
  asked: answers.length,
  red: answers.flatMap(({ surface, status, clean }) => (clean ? [] : [`${surface} ${status}`])),
  answers: answers.map(({ surface, status }) => `${surface} ${status}`),
})

const count = ({ length }: ProofAnswer[]) => `${length} ${length === 1 ? 'address' : 'addresses'}`
const outsideNote = (shown: ProofAnswer[]) =>
  `From outside ${count(shown)} did not answer as they should: a cache in front of Stet may have to be emptied.`
