import { spawn } from 'node:child_process'
import { constants, setPriority } from 'node:os'

import pLimit from 'p-limit'

import { Refusal } from '#lib/errors'

import { damaged, type Structure, tooLarge } from './limits'
import { sieve } from './sieve'
import type { NotTaken, TakenPicture } from './taken-picture'

/** Each takes a core, and up to 300 MB. */
const atOnce = pLimit(2)
/** So many are under way or wait. */
const most = 34
let held = 0
/** Milliseconds; pictures of 50 megapixels take two to three seconds. */
const patience = 10_000
/** Seconds of CPU, kilobytes of data; the kernel ends whoever needs more. */
const bounds = 'ulimit -c 0; ulimit -t 8; ulimit -d 400000; exec "$@"'
/** Bytes of what the process may answer: its words are bounded, too. */
const longestAnswer = 1_000_000

type Options = { program: string; signal?: AbortSignal; patience?: number }

/**
 * Takes in a picture: reads its structure here, decodes it in a process of its own that is bounded in memory and time,
 * and leaves master and thumbs in the folder `into`. Nothing there counts when it is refused or fails.
 * @param file as it was sent, under whatever name
 * @throws Refusal `invalid` or `too-large` with what is wrong with the picture, `busy` when many wait
 */
export async function takePicture(file: string, into: string, options: Options): Promise<TakenPicture> {
  if (held >= most) throw new Refusal('busy', 'Many pictures are being taken in just now. Try again in a minute.')
  held += 1
  try {
    const structure = await sieve(file)
    return await atOnce(async () => {
      options.signal?.throwIfAborted()
      const answer = await ask(file, into, structure, options)
      if (answer && 'master' in answer) return answer
      throw refusalOf(answer)
    })
  } finally {
    held -= 1
  }
}

function refusalOf(answer: NotTaken | undefined): Error {
  if (!answer || answer.failed === 'memory')
    return tooLarge('This picture takes too long to read, or too much memory. Save it smaller, or as JPEG.')
  if (answer.failed === 'writing') return new Error(`writing a picture failed: ${answer.code}`)
  return damaged()
}

/** @returns undefined when the process had to be ended */
function ask(
  file: string,
  into: string,
  { type }: Structure,
  options: Options,
): Promise<TakenPicture | NotTaken | undefined> {
  const command = [process.execPath, options.program, file, into, type]
  // The kernel's bounds are Linux's; elsewhere there are the sieve and the clock.
  const [name = '', ...args] = process.platform === 'linux' ? ['sh', '-c', bounds, 'sh', ...command] : command
  const child = spawn(name, args, {
    // Without the second, each thread keeps memory of its own.
    env: { NODE_ENV: 'production', MALLOC_ARENA_MAX: '2' },
    stdio: ['pipe', 'pipe', 'ignore'],
    signal: options.signal,
    killSignal: 'SIGKILL',
  })
  if (child.pid) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL)
  const parts: Buffer[] = []
  let length = 0
  let late = false
  const stop = () => {
    late = true
    child.kill('SIGKILL')
  }
  const timer = setTimeout(stop, options.patience ?? patience)
  child.stdout.on('data', (part: Buffer) => {
    length += part.length
    if (length > longestAnswer) stop()
    else parts.push(part)
  })
  // Stays open: its end tells the process that nobody waits any more.
  child.stdin.on('error', () => {})
  return new Promise<TakenPicture | NotTaken | undefined>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => {
      if (code === 0) resolve(JSON.parse(Buffer.concat(parts).toString()))
      // Out of memory: by a signal, or as Node and the shell tell of one by a number.
      else if (late || signal !== null || (code ?? 0) > 128) resolve(undefined)
      else reject(new Error(`taking in a picture ended with ${code}`))
    })
  }).finally(() => clearTimeout(timer))
}
