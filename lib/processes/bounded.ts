import { type SpawnOptions, spawn } from 'node:child_process'
import { constants, setPriority } from 'node:os'

import type { Refused } from './refused'

/** A program of ours, and what it may cost. */
export type Order = Pick<SpawnOptions, 'env'> & {
  /** What an error calls it. */
  name: string
  command: readonly string[]
  /** What it is given; without, its input stays open, whose end tells it that nobody waits any more. */
  input?: Uint8Array
  /** Milliseconds. */
  patience: number
  /** Bytes of what it may answer. */
  longestAnswer: number
  /** What is said of a file over which it takes too long, too much memory, or too many words. */
  tooMuch: string
  /** Everybody else comes first. */
  isLow?: boolean
  /** What the kernel ends it for: seconds of CPU, kilobytes of data. Linux's alone does; elsewhere there is the clock. */
  bounds?: { seconds: number; kilobytes: number }
}

/**
 * Starts a program in a process of its own, which is killed when it takes too long, says too much, or when nobody waits
 * for it any more; its errors are told to nobody.
 * @returns what it answered, as JSON; what is refused, too, when it had to be ended, or ended for want of memory
 */
export async function runBounded(order: Order, signal?: AbortSignal): Promise<object | Refused> {
  signal?.throwIfAborted()
  const [file = '', ...args] = order.bounds ? bounded(order.command, order.bounds) : order.command
  const stdio = ['pipe', 'pipe', 'ignore'] as const
  const child = spawn(file, args, { env: order.env, stdio: [...stdio], signal, killSignal: 'SIGKILL' })
  if (child.pid && order.isLow) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL)
  const parts: Buffer[] = []
  let length = 0
  let late = false
  const stop = () => {
    late = true
    child.kill('SIGKILL')
  }
  const timer = setTimeout(stop, order.patience)
  child.stdout.on('data', (part: Buffer) => {
    length += part.length
    if (length > order.longestAnswer) stop()
    else parts.push(part)
  })
  // Who has died reads no more.
  child.stdin.on('error', () => {})
  if (order.input) child.stdin.end(order.input)
  return new Promise<object | Refused>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => {
      // Stopped, though it may have ended by itself just then. Out of memory: by a signal, or as Node and the shell tell of
      // one by a number.
      if (late || signal !== null || (code ?? 0) > 128) resolve({ refused: 'too-large', message: order.tooMuch })
      else if (code !== 0) reject(new Error(`${order.name} ended with ${code}`))
      else resolve(answerOf(order.name, Buffer.concat(parts)))
    })
  }).finally(() => clearTimeout(timer))
}

/** Where nobody could catch it, a fault would end the whole process. */
async function answerOf(name: string, said: Buffer): Promise<object> {
  try {
    return JSON.parse(said.toString())
  } catch {
    throw new Error(`${name} answered what nobody can read`)
  }
}

const bounded = (command: readonly string[], { seconds, kilobytes }: NonNullable<Order['bounds']>) =>
  process.platform === 'linux'
    ? ['sh', '-c', `ulimit -c 0; ulimit -t ${seconds}; ulimit -d ${kilobytes}; exec "$@"`, 'sh', ...command]
    : command
