import { db, type Tx } from '#lib/db/client'
import { log } from '#lib/log'

import { type Claimed, claim, done, failed, forgetEnded, renew } from './commands'

export type Running = Claimed & {
  /** Aborted when the worker stops, or when the job is no longer this worker's. */
  signal: AbortSignal
  /** Marks the job done inside the handler's own write, so that its effect and its end are one commit. */
  done(tx: Tx): Promise<void>
}

/** Does a job's work. Resolved, the job is done; a `Refusal` ends it; any other error lets it be tried again. */
export type Handler = (job: Running) => Promise<void>

export type Options = {
  /** Milliseconds between looks, ≤ 1000. */
  poll?: number
  /** Milliseconds a job is held without a sign of life of its worker. */
  lease?: number
  /** Jobs at a time. */
  slots?: number
}

const HOUR = 3_600_000
const KEPT = 14 * 24 * HOUR

/** Works through the queue, any number of processes side by side. */
export function startJobs(handlers: Record<string, Handler>, { poll = 500, lease = 60_000, slots = 4 }: Options = {}) {
  const names = Object.keys(handlers)
  const running = new Set<Promise<void>>()
  const stopping = new AbortController()
  let wake = () => {}
  let tidied = 0

  const work = async (job: Claimed) => {
    const lost = new AbortController()
    const signal = AbortSignal.any([stopping.signal, lost.signal])
    const heartbeat = setInterval(() => {
      renew(job, lease).then((kept) => kept || lost.abort(), report(job))
    }, lease / 3)
    let ended = false
    const end = async (tx: Tx) => {
      await done(tx, job)
      db.afterCommit(() => {
        ended = true
      })
    }
    try {
      await handlers[job.name]?.({ ...job, signal, done: end })
      if (!ended) await db.write(end)
    } catch (error) {
      report(job)(error)
      if (!ended) await failed(job, error).catch(report(job))
    } finally {
      clearInterval(heartbeat)
    }
  }

  const look = async () => {
    const claimed = running.size < slots ? await claim(names, slots - running.size, lease) : []
    for (const job of claimed) {
      const run = work(job).finally(() => {
        running.delete(run)
        wake()
      })
      running.add(run)
    }
    if (Date.now() - tidied > HOUR) {
      tidied = Date.now()
      await forgetEnded(new Date(tidied - KEPT))
    }
  }

  const loop = async () => {
    while (!stopping.signal.aborted) {
      await look().catch((err) => log.error({ err }, 'jobs could not be claimed'))
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, poll)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
        if (stopping.signal.aborted) wake()
      })
    }
  }
  const looping = loop()

  return {
    /** Takes no more jobs and waits for those under way. */
    async stop(): Promise<void> {
      stopping.abort()
      wake()
      await looping
      await Promise.all(running)
    },
  }
}

const report = (job: Claimed) => (err: unknown) =>
  log.error({ err, job: job.id, name: job.name, attempt: job.attempts }, 'job failed')
