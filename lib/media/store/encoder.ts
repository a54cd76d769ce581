import { type ChildProcess, spawn } from 'node:child_process'
import { constants, setPriority } from 'node:os'

import type { Encoded, EncodeJob } from './encode-job'
import type { SocialJob } from './social-job'

/** A file to make of a picture, or of words. */
export type Job = EncodeJob | SocialJob

/** What a process answers: what it made, or that it could not. */
export type EncodeAnswer = Encoded | { failed: string }

export type Encoder = { encode(job: Job): Promise<Encoded>; lives(): boolean; end(): void }

type Options = {
  /** Milliseconds for a job, and without one. */
  patience: number
  rest: number
  ended(encoder: Encoder): void
}

/** One process that makes one file after another. It ends when we do: its channel is closed then, however we end. */
export function startEncoder(program: string, { patience, rest, ended }: Options): Encoder {
  const child: ChildProcess = spawn(process.execPath, [program], {
    env: { NODE_ENV: 'production', MALLOC_ARENA_MAX: '2' },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  if (child.pid) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL)
  const encoder: Encoder = { encode, lives: () => alive, end }
  let alive = true
  let resting: NodeJS.Timeout
  let fail: ((error: Error) => void) | undefined
  function end() {
    alive = false
    // Now, and not only when it has ended: nobody else is to ask it meanwhile.
    ended(encoder)
    child.kill('SIGKILL')
  }
  const over = (error: Error) => {
    alive = false
    clearTimeout(resting)
    fail?.(error)
    ended(encoder)
  }
  child.once('error', over)
  child.once('exit', (code, signal) => over(new Error(`an encoder ended with ${signal ?? code}`)))

  async function encode(job: Job): Promise<Encoded> {
    clearTimeout(resting)
    let late: NodeJS.Timeout | undefined
    try {
      const answer = await new Promise<EncodeAnswer>((resolve, reject) => {
        fail = reject
        late = setTimeout(end, patience)
        child.once('message', (message) => resolve(message as EncodeAnswer))
        child.send(job, (error) => error && reject(error))
      })
      if ('failed' in answer) throw new Error(`a picture could not be made: ${answer.failed}`)
      return answer
    } finally {
      clearTimeout(late)
      fail = undefined
      child.removeAllListeners('message')
      // Whoever ends need not wait for those at rest.
      if (alive) resting = setTimeout(end, rest).unref()
    }
  }
  return encoder
}
