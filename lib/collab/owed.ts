import { isRefusal } from '#lib/errors'
import { MOST_ATTEMPTS } from '#lib/jobs/commands'
import { backOff } from '#lib/jobs/trouble'
import { log } from '#lib/log'
import { catchUp } from '#lib/story/commands/catch-up'
import { listBehind } from '#lib/story/log/behind'
import { compact } from '#lib/story/log/compact'

/** Projection first: a compaction forgets who made the last edit. */
export async function tidyStory(id: string): Promise<void> {
  await catchUp(id)
  await compact(id)
}

/** The story is gone, and with it its log; or a newer process has written what only that one can read, and tidies it. */
export const isNotOurs = (error: unknown) =>
  isRefusal(error) && (error.reason === 'not-found' || error.reason === 'rule')

/**
 * Stories that were not left tidy: tried again, later each time. One that is given up after hours is found by the next
 * start, or by whoever opens it.
 */
export function makeOwed(tidy = tidyStory) {
  const waiting = new Map<string, ReturnType<typeof setTimeout>>()
  let working = Promise.resolve()
  let stopped = false

  function owe(id: string, attempts: number) {
    if (stopped || waiting.has(id)) return
    const due = () => {
      waiting.delete(id)
      void pay(id, attempts)
    }
    waiting.set(id, setTimeout(due, backOff(attempts)).unref())
  }

  /** One story after another: many are owed when the database could not be written to. */
  const pay = (id: string, attempts: number) => (working = working.then(() => attempt(id, attempts)))

  async function attempt(id: string, attempts: number) {
    if (stopped) return
    try {
      await tidy(id)
    } catch (error) {
      if (isNotOurs(error)) return
      const givenUp = attempts >= MOST_ATTEMPTS
      log.error({ err: error, story: id, attempts }, givenUp ? 'a story is left untidy' : 'a story is still untidy')
      if (!givenUp) owe(id, attempts + 1)
    }
  }

  return {
    owe: (id: string) => owe(id, 1),
    /** What the process before this one did not get to. */
    async resume() {
      for (const id of await listBehind()) await pay(id, 0)
    },
    /** Resolves when it writes no more. */
    stop() {
      stopped = true
      for (const timer of waiting.values()) clearTimeout(timer)
      waiting.clear()
      return working
    },
  }
}
