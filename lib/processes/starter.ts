import { type ChildProcess, fork } from 'node:child_process'

import type { Order } from './bounded'

/** What the small process is asked for: to run this, or, without an order, to end what it runs by this number. */
export type Asked = { id: number; order?: Order }
export type Told = { id: number } & ({ answer: object } | { fault: string })

type Waiting = { resolve(answer: object): void; reject(error: Error): void }

/** A small process, and who waits for what it was asked, by number. */
type Begun = { child: ChildProcess; waiting: Map<number, Waiting> }

export type Starter = {
  /** As `runBounded`, out of a small process. */
  run(order: Order, signal?: AbortSignal): Promise<object>
  stop(): void
}

/**
 * A small process beside this one that starts others for it. It begins with the first that is asked for, and ends when it
 * has had nothing to do for a while, or when we end.
 * @param rest milliseconds
 */
export function makeStarter({ program, rest = 60_000 }: { program: string; rest?: number }): Starter {
  let begun: Begun | undefined
  let resting: NodeJS.Timeout | undefined
  let last = 0

  function begin(): Begun {
    // The other way of telling makes of bytes a list of numbers.
    const child = fork(program, {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: { NODE_ENV: 'production' },
    })
    const waiting: Begun['waiting'] = new Map()
    child.on('message', (told: Told) => {
      const one = waiting.get(told.id)
      if ('answer' in told) one?.resolve(told.answer)
      else one?.reject(new Error(told.fault))
    })
    // One that was told to end may do so while the next is at work: it speaks for its own alone.
    const over = () => {
      if (begun?.child === child) begun = undefined
      for (const { reject } of waiting.values()) reject(new Error('what starts processes has ended'))
    }
    child.once('error', over).once('exit', over)
    return { child, waiting }
  }

  function end(): void {
    begun?.child.disconnect()
    begun = undefined
  }

  async function run(order: Order, signal?: AbortSignal): Promise<object> {
    signal?.throwIfAborted()
    clearTimeout(resting)
    begun ??= begin()
    const { child, waiting } = begun
    const id = ++last
    const leave = () => {
      if (child.connected) child.send({ id } satisfies Asked)
      waiting.get(id)?.reject(signal?.reason)
    }
    try {
      return await new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        signal?.addEventListener('abort', leave)
        child.send({ id, order } satisfies Asked, (error) => error && reject(error))
      })
    } finally {
      waiting.delete(id)
      signal?.removeEventListener('abort', leave)
      if (begun?.waiting === waiting && waiting.size === 0) resting = setTimeout(end, rest).unref()
    }
  }

  return { run, stop: end }
}
