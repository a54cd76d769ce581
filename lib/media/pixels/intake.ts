import pLimit from 'p-limit'

import { askProcess } from '#lib/bounded-process'
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
async function ask(
  file: string,
  into: string,
  { type }: Structure,
  { program, signal, patience: most = patience }: Options,
): Promise<TakenPicture | NotTaken | undefined> {
  const command = [process.execPath, program, file, into, type]
  const answer = await askProcess(
    'taking in a picture',
    // The kernel's bounds are Linux's; elsewhere there are the sieve and the clock.
    process.platform === 'linux' ? ['sh', '-c', bounds, 'sh', ...command] : command,
    {
      // Without the second, each thread keeps memory of its own.
      env: { NODE_ENV: 'production', MALLOC_ARENA_MAX: '2' },
      ...{ signal, patience: most, longestAnswer, isLow: true },
    },
  )
  return answer as TakenPicture | NotTaken | undefined
}
