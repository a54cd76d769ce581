import { setTimeout as sleep } from 'node:timers/promises'

import { log } from '#lib/log'

import type { Clock } from './clock'
import { watchClock } from './holds'

/** Does the first thing that is due; false where nothing is. */
export type Timed = (now: Date) => Promise<boolean>

type Options = {
  /** Milliseconds between looks, so late is what happens at its hour, where nothing else is in the way. */
  poll?: number
  clock?: Clock
}

/**
 * Does what is planned for an hour, one thing after another, and nothing while the clock is in doubt. It is no queue's
 * worker: nothing is taken before it is done, so nothing waits for the lease of a process that was killed.
 */
export function startTimed(doNext: Timed, { poll = 100, clock }: Options = {}) {
  const stopping = new AbortController()
  const { signal } = stopping
  const watched = watchClock(clock)

  const look = async () => {
    while (!signal.aborted) {
      const now = await watched.now()
      if (!now || !(await doNext(now))) return
    }
  }
  const loop = async () => {
    while (!signal.aborted) {
      await look().catch((err) => log.error({ err }, 'what is due could not be looked at'))
      await sleep(poll, undefined, { signal }).catch(() => {})
    }
  }
  const looping = loop()

  return {
    /** Begins nothing more, and waits for what is under way. */
    async stop(): Promise<void> {
      stopping.abort()
      await looping
    },
  }
}
