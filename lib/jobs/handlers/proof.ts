import type { Config } from '#lib/config'
import { db } from '#lib/db/client'
import { log } from '#lib/log'
import { NotFetched } from '#lib/net/get'
import { askOwn, isElsewhere } from '#lib/net/own-listener'
import { safeFetch } from '#lib/net/safe-fetch'
import { judge } from '#lib/story/clean'
import { dropProof, endProof, noteAnswers, openProof, type ProofJob } from '#lib/story/commands/proof'
import { findWithdrawal, type Withdrawal } from '#lib/story/queries/gone'
import { keptUntil } from '#lib/story/queries/proof'
import { type Asked, addressesOf } from '#lib/story/surfaces'
import type { ProofAnswer } from '#lib/story/tables'

import type { Handler } from '../runner'

/** Asks one of the paper's addresses. @param path with its query */
type Ask = (path: string, signal: AbortSignal) => Promise<{ status: number; body: string }>

export type Askers = {
  /** Without a slash at the end. */
  baseUrl: string
  inside: Ask
  /** Where the paper's address leads to somewhere else first. */
  outside?: Ask
}

/** A little more than readers wait for a page, in milliseconds; and bytes, for a full file of the sitemap. */
const PATIENCE = 12_000
const MOST = 20_000_000

/** Addresses at a time: a proof is not to be a rush of its own. */
const AT_ONCE = 4

/** By way of our own listener, and from outside where the paper is reached by another address. */
export function askers({ host, port, baseUrl }: Pick<Config, 'host' | 'port' | 'baseUrl'>): Askers {
  const listener = { host, port, baseUrl }
  const inside: Ask = (path, signal) => {
    const limits = { signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]), most: MOST }
    return askOwn(listener, path, limits)
  }
  const outside: Ask = (path, signal) => safeFetch(baseUrl + path, { signal, deadline: PATIENCE, most: MOST })
  return { baseUrl, inside, ...(isElsewhere(listener) && { outside }) }
}

/** Asks all public addresses of a withdrawn story whether they are clean of it, and keeps what they answer. */
export const makeProof =
  (by: Askers): Handler =>
  async (job) => {
    const asked = job.payload as ProofJob
    const withdrawal = await findWithdrawal(asked.storyId, asked.seq)
    if (!withdrawal) return db.write((tx) => dropProof(tx, asked))
    const proof = await db.write((tx) => openProof(tx, asked, new Date()))
    const answers: ProofAnswer[] = []
    const addresses = addressesOf(withdrawal.gone)
    for (let at = 0; at < addresses.length; at += AT_ONCE) {
      const some = addresses.slice(at, at + AT_ONCE)
      answers.push(...(await Promise.all(some.map((address) => askBoth(by, address, withdrawal, job.signal)))).flat())
      // The server stops, or the job is another worker's: it is begun anew, and what was cut off proves nothing.
      job.signal.throwIfAborted()
      await noteAnswers(proof, answers)
    }
    const red = answers.filter(({ clean, from }) => !clean && from === 'inside').map(({ surface }) => surface)
    if (red.length) log.error({ story: asked.storyId, seq: asked.seq, red }, 'a withdrawn story is not gone everywhere')
    await db.write(async (tx) => {
      // Ended first: where it is asked again later, that is planned under the same name.
      await job.done(tx)
      const kept = { by: withdrawal.by, keptUntil: keptUntil(withdrawal.at) }
      await endProof(tx, { ...asked, proof, answers, ...kept }, new Date())
    })
  }

async function askBoth(by: Askers, address: Asked, withdrawal: Withdrawal, signal: AbortSignal) {
  const inside = askOne(by.inside, address, withdrawal, signal)
  const outside = by.outside && askOne(by.outside, address, withdrawal, signal)
  const shared = { surface: address.surface, url: by.baseUrl + address.path }
  const answers: ProofAnswer[] = [{ ...shared, from: 'inside', ...(await inside) }]
  if (outside) answers.push({ ...shared, from: 'outside', ...(await outside) })
  return answers
}

async function askOne(ask: Ask, address: Asked, { marks, byAddress }: Withdrawal, signal: AbortSignal) {
  try {
    const answer = await ask(address.path, signal)
    return { status: answer.status, ...judge(address, answer, marks), ...(byAddress && { byAddress: true as const }) }
  } catch (error) {
    return { status: 0, clean: false, fault: error instanceof NotFetched ? error.message : 'It did not answer.' }
  }
}
