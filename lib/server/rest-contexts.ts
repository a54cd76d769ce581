import { AsyncLocalStorage } from 'node:async_hooks'

/** Milliseconds without work before contexts are put out of use: one request often follows another. */
const QUIET = 50

const used = new Set<AsyncLocalStorage<unknown>>()
let underWay = 0
let timer: NodeJS.Timeout | undefined

/**
 * From the first use of any AsyncLocalStorage on, Node before 24 follows each promise and handle of the process: a tenth
 * of what a kept page costs at one connection. So all of them, ours, Next's and React's, are put out of use while
 * nothing is at work; the next `run` puts its own into use again. Work is a `run` until its promise has settled, and
 * what is announced by `untilEnded`.
 */
export function restContexts(): void {
  if (Number.parseInt(process.versions.node, 10) >= 24) return
  const { run } = AsyncLocalStorage.prototype
  AsyncLocalStorage.prototype.run = function (this: AsyncLocalStorage<unknown>, ...of: Parameters<typeof run>) {
    used.add(this)
    const ended = begin()
    let result: unknown
    try {
      result = run.apply(this, of)
      return result
    } finally {
      if (result instanceof Promise) result.then(ended, ended)
      else ended()
    }
  } as typeof run
}

/** Keeps contexts in use until all of this has ended, for work that goes on after the `run` that began it. */
export async function untilEnded(parts: Promise<unknown>[]): Promise<void> {
  const ended = begin()
  await Promise.allSettled(parts)
  ended()
}

function begin(): () => void {
  underWay += 1
  return () => {
    underWay -= 1
    if (underWay > 0) return
    if (timer) timer.refresh()
    else timer = setTimeout(rest, QUIET).unref()
  }
}

function rest() {
  if (underWay > 0) return
  for (const one of used) one.disable()
  used.clear()
}
