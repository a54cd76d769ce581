import { and, desc, eq, isNull } from 'drizzle-orm'

import { audit } from '#lib/audit/tables'
import type { Actor } from '#lib/auth/actor'
import { ensure, may } from '#lib/auth/permissions'
import { config } from '#lib/config'
import { db, type Reader } from '#lib/db/client'
import { jobs } from '#lib/jobs/tables'
import { people } from '#lib/people/tables'

import { surfaceWords } from '../surfaces'
import { type ProofAnswer, storyProofs } from '../tables'
import { findLastAct } from './last-act'
import { loadStory } from './load'

export type Said = Pick<ProofAnswer, 'status' | 'clean' | 'fault'>

export type ProofRow = { words: string; path: string; url: string; inside: Said | null; outside: Said | null }

export type Proof = {
  /** `none` was ever begun; `stopped`: it has no end, and nobody is at work on it. */
  state: 'none' | 'asking' | 'stopped' | 'ended'
  askedAt: Date | null
  /** Who had it asked again; null for Stet itself, after the withdrawal. */
  by: string | null
  rows: ProofRow[]
  /** Whether the paper's address leads to somewhere else first, so that it was asked from there, too. */
  elsewhere: boolean
  /** Some of its headlines are said by others, too: it was looked for by its address alone. */
  byAddress: boolean
  /** Until then a cache outside may show what it was sent before; null when that is over. */
  keptUntil: Date | null
  /** When Stet asks again by itself. */
  againAt: Date | null
  mayAsk: boolean
}

/** Under this name a story's proof waits, or is under way. */
export const proofJob = (storyId: string) => `proof:${storyId}`

const openJob = async (on: Reader, storyId: string) => {
  const open = and(eq(jobs.dedupe, proofJob(storyId)), isNull(jobs.doneAt), isNull(jobs.failedAt))
  return (await on.select({ dueAt: jobs.dueAt, leaseUntil: jobs.leaseUntil }).from(jobs).where(open))[0]
}

const latest = async (on: Reader, storyId: string, seq: number) =>
  (
    await on
      .select({
        id: storyProofs.id,
        askedAt: storyProofs.askedAt,
        endedAt: storyProofs.endedAt,
        answers: storyProofs.answers,
      })
      .from(storyProofs)
      .where(and(eq(storyProofs.storyId, storyId), eq(storyProofs.seq, seq)))
      .orderBy(desc(storyProofs.askedAt))
      .limit(1)
  )[0]

/** Whether a story's addresses are being asked, or are about to be. */
export async function isAsked(on: Reader, storyId: string): Promise<boolean> {
  const job = await openJob(on, storyId)
  if (!job) return false
  if (job.leaseUntil) return true
  const last = await findLastAct(on, storyId)
  const proof = last && (await latest(on, storyId, last.seq))
  return proof?.endedAt === null
}

/** Until when a cache outside may show what we sent until a withdrawal: `s-maxage` of readers' pages. */
export const keptUntil = (withdrawnAt: Date) => new Date(withdrawnAt.getTime() + config().cache.shared * 1000)

/**
 * What the addresses of a withdrawn story answered last.
 * @returns undefined where readers have it, or never had
 * @throws Refusal `not-found`
 */
export async function findProof(actor: Actor, id: string, now = new Date()): Promise<Proof | undefined> {
  const story = await loadStory(db, id)
  ensure(actor, 'read', story)
  const last = await findLastAct(db, id)
  if (last?.act !== 'withdraw') return undefined
  const [proof, job, asked] = await Promise.all([latest(db, id, last.seq), openJob(db, id), isAsked(db, id)])
  const answers = proof?.answers ?? []
  const kept = keptUntil(last.at)
  return {
    state: asked ? 'asking' : !proof ? 'none' : proof.endedAt ? 'ended' : 'stopped',
    askedAt: proof?.askedAt ?? null,
    by: proof ? await findAsker(id, proof.id) : null,
    rows: rowsOf(answers),
    elsewhere: answers.some(({ from }) => from === 'outside'),
    byAddress: answers.some(({ byAddress }) => byAddress),
    keptUntil: kept > now ? kept : null,
    againAt: job && !asked ? job.dueAt : null,
    mayAsk: may(actor, 'publish', story),
  }
}

/** Each address once, with what it answered from here and from outside. */
export function rowsOf(answers: ProofAnswer[]): ProofRow[] {
  const rows = new Map<string, ProofRow>()
  for (const { surface, url, from, status, clean, fault } of answers) {
    const { pathname, search } = new URL(url)
    const row = rows.get(url) ?? {
      words: surfaceWords(surface),
      path: pathname + search,
      url,
      inside: null,
      outside: null,
    }
    rows.set(url, { ...row, [from]: { status, clean, fault } })
  }
  return [...rows.values()]
}

/** The audit knows who had it asked again, as long as that is kept. */
async function findAsker(storyId: string, proof: string): Promise<string | null> {
  const rows = await db
    .select({ name: people.name, detail: audit.detail })
    .from(audit)
    .leftJoin(people, eq(people.id, audit.actorId))
    .where(and(eq(audit.subject, `story:${storyId}`), eq(audit.act, 'ask-proof')))
    .orderBy(desc(audit.seq))
    .limit(1)
  const [row] = rows
  return row && JSON.parse(row.detail).proof === proof ? row.name : null
}
