import { type Unwritten, unwrittenError } from '#lib/media/store/full'
import { askProcess } from '#lib/processes/ask'
import { makeTurns } from '#lib/processes/turns'

import { tooMuch } from './limits'
import type { TakenPicture } from './taken-picture'

/** Each takes a core, and up to 300 MB. */
const inTurn = makeTurns(2, 34, 'Many pictures are being taken in just now. Try again in a minute.')
/** Pictures of 50 megapixels take two to three seconds of CPU. */
const bounds = { seconds: 8, kilobytes: 400_000 }
/** Milliseconds: on a busy machine it gets little of a core. */
const usualPatience = 60_000
/** Bytes of what the process may answer: its words are bounded, too. */
const longestAnswer = 1_000_000
/** Without the second, each thread keeps memory of its own. */
const env = { NODE_ENV: 'production', MALLOC_ARENA_MAX: '2' } as const

type Options = { program: string; signal?: AbortSignal; patience?: number }

/**
 * Takes in a picture in a process of its own that is bounded in memory and time: its structure is read there, then it is
 * decoded, and master and thumbs are left in the folder `into`. Nothing there counts when it is refused or fails.
 * @param file as it was sent, under whatever name
 * @throws Refusal `invalid` or `too-large` with what is wrong with the picture, `busy` when many wait or the disk is full
 */
export async function takePicture(
  file: string,
  into: string,
  { program, signal, patience = usualPatience }: Options,
): Promise<TakenPicture> {
  const command = [process.execPath, program, file, into]
  const order = { name: 'taking in a picture', command, env, patience, bounds, longestAnswer, tooMuch, isLow: true }
  const answer = await inTurn(() => askProcess<TakenPicture | Unwritten>(order, signal))
  if ('unwritten' in answer) throw unwrittenError(answer)
  return answer
}
