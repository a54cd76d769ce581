import { stat } from 'node:fs/promises'

import { askProcess } from '#lib/processes/ask'
import { makeTurns } from '#lib/processes/turns'

import { type Unwritten, unwrittenError } from '../store/full'
import { type TakenClip, tooMuch } from './taken-clip'

/** Each takes a core and a disk. */
const inTurn = makeTurns(2, 34, 'Many films and recordings are being taken in just now. Try again in a minute.')
/** Kilobytes; the index of a film of six hours takes half of it. */
const kilobytes = 400_000
/** Bytes of what the process may answer: its words are bounded, too. */
const longestAnswer = 100_000
const env = { NODE_ENV: 'production' } as const

type Options = { program: string; signal?: AbortSignal; patience?: number }

/**
 * Takes in a film or a recording in a process of its own that is bounded in memory and time: it is read there, and a copy
 * without metadata is left in the folder `into`. Nothing there counts when it is refused or fails.
 * @param file as it was sent, under whatever name
 * @throws Refusal `invalid` or `too-large` with what is wrong with the file, `busy` when many wait or the disk is full
 */
export async function takeClip(file: string, into: string, { program, signal, ...most }: Options): Promise<TakenClip> {
  const seconds = secondsFor((await stat(file)).size)
  const patience = most.patience ?? seconds * 4000
  const command = [process.execPath, program, file, into]
  const limits = { patience, bounds: { seconds, kilobytes }, longestAnswer, tooMuch, isLow: true }
  const order = { name: 'taking in a film', command, env, ...limits }
  const answer = await inTurn(() => askProcess<TakenClip | Unwritten>(order, signal))
  if ('unwritten' in answer) throw unwrittenError(answer)
  return answer
}

/** Of CPU: the most parts that are looked at take five; a small or busy machine copies and sums 25 MB in one. */
const secondsFor = (bytes: number) => 20 + Math.ceil(bytes / 25_000_000)
