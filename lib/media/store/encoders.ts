import { Refusal } from '#lib/errors'

import type { Encoded } from './encode-job'
import { type Encoder, type Job, startEncoder } from './encoder'

/** Who waits: a reader's browser, somebody at the desk, or a publication that makes files ahead. First come first. */
export type Priority = (typeof priorities)[number]
const priorities = ['reader', 'desk', 'publish'] as const

type Options = {
  /** Built beside the server; see lib/cli/start.mjs. */
  program: string
  /** How many processes. */
  size?: number
  /** How many of each priority may wait, so that no publication keeps readers out. */
  queue?: number
  /** Milliseconds that a file may take, and that a process stays without work. */
  patience?: number
  rest?: number
}

export type Encoders = {
  /** @throws Refusal `busy` when too many wait; an Error when the file cannot be made, or takes too long */
  encode(job: Job, priority: Priority): Promise<Encoded>
  /** Ends all processes; what waits or is under way fails. */
  stop(): void
}

type Waiting = { job: Job; resolve(made: Promise<Encoded>): void; reject(error: Error): void }

/**
 * Processes that make readers' files of masters, which are our own and safe. They start with the first job, work at a
 * low priority, and end when they have had nothing to do for a while.
 */
export function makeEncoders({ program, size = 2, queue = 64, patience = 10_000, rest = 60_000 }: Options): Encoders {
  const lines: Record<Priority, Waiting[]> = { reader: [], desk: [], publish: [] }
  const idle: Encoder[] = []
  const busy = new Set<Encoder>()
  let stopped = false

  function next(): void {
    const line = priorities.map((priority) => lines[priority]).find((one) => one.length)
    if (!line || busy.size >= size) return
    const one = line.shift() as Waiting
    // The one that worked last: the others may rest.
    const encoder = idle.pop() ?? startEncoder(program, { patience, rest, ended: forget })
    busy.add(encoder)
    one.resolve(
      encoder.encode(one.job).finally(() => {
        busy.delete(encoder)
        if (encoder.lives()) idle.push(encoder)
        next()
      }),
    )
    next()
  }

  function forget(encoder: Encoder): void {
    const at = idle.indexOf(encoder)
    if (at >= 0) idle.splice(at, 1)
  }

  return {
    encode(job, priority) {
      if (stopped) return Promise.reject(gone())
      if (lines[priority].length >= queue)
        return Promise.reject(new Refusal('busy', 'Many pictures are being made just now. Try again in a minute.'))
      return new Promise((resolve, reject) => {
        lines[priority].push({ job, resolve, reject })
        next()
      })
    },
    stop() {
      stopped = true
      for (const priority of priorities) for (const { reject } of lines[priority].splice(0)) reject(gone())
      for (const encoder of [...idle, ...busy]) encoder.end()
    },
  }
}

const gone = () => new Error('the encoders have stopped')
