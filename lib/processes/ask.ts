import { type SpawnOptions, spawn } from 'node:child_process'
import { constants, setPriority } from 'node:os'

import { Refusal } from '#lib/errors'

import type { Refused } from './refused'

type Options = Pick<SpawnOptions, 'env' | 'signal'> & {
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
 * Starts a program of ours in a process of its own, which is killed when it takes too long, says too much, or when nobody
 * waits for it any more; its errors are told to nobody.
 * @param name what an error calls it
 * @returns what it answered, as JSON
 * @throws Refusal as it answered, and `too-large` when it had to be ended, or ended for want of memory
 */
export async function askProcess<Answer extends object>(
  name: string,
  command: readonly string[],
  options: Options,
): Promise<Exclude<Answer, Refused>> {
  options.signal?.throwIfAborted()
  const [file = '', ...args] = options.bounds ? bounded(command, options.bounds) : command
  const child = spawn(file, args, {
    env: options.env,
    stdio: ['pipe', 'pipe', 'ignore'],
    signal: options.signal,
    killSignal: 'SIGKILL',
  })
  if (child.pid && options.isLow) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL)
  const parts: Buffer[] = []
  let length = 0
  let late = false
  const stop = () => {
    late = true
    child.kill('SIGKILL')
  }
  const timer = setTimeout(stop, options.patience)
  child.stdout.on('data', (part: Buffer) => {
    length += part.length
    if (length > options.longestAnswer) stop()
    else parts.push(part)
  })
  // Who has died reads no more.
  child.stdin.on('error', () => {})
  if (options.input) child.stdin.end(options.input)
  const answer = await new Promise<Answer | Refused>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => {
      if (code === 0) resolve(JSON.parse(Buffer.concat(parts).toString()))
      // Out of memory: by a signal, or as Node and the shell tell of one by a number.
      else if (late || signal !== null || (code ?? 0) > 128) resolve({ refused: 'too-large', message: options.tooMuch })
      else reject(new Error(`${name} ended with ${code}`))
    })
  }).finally(() => clearTimeout(timer))
  if ('refused' in answer) throw new Refusal(answer.refused, answer.message)
  return answer as Exclude<Answer, Refused>
}

const bounded = (command: readonly string[], { seconds, kilobytes }: NonNullable<Options['bounds']>) =>
  process.platform === 'linux'
    ? ['sh', '-c', `ulimit -c 0; ulimit -t ${seconds}; ulimit -d ${kilobytes}; exec "$@"`, 'sh', ...command]
    : command
