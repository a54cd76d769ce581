import { askProcess } from '#lib/processes/ask'

import type { WordText } from './word-text'

/** Milliseconds; the longest of ordinary files takes two seconds. */
const patience = 20_000
/** Megabytes of objects; a text of 100,000 words takes 300. */
const heap = 512
/** Bytes of what the process may answer. */
const longestAnswer = 32_000_000
const tooMuch = 'This file takes too long to read, or too much memory.'

type Options = { program: string; signal?: AbortSignal; patience?: number; heap?: number }

/**
 * Reads a Word file in a process of its own, which knows nothing of us but the file, and is killed when it takes too
 * long or too much, or when nobody waits for it any more.
 * @throws Refusal with what is wrong with the file
 */
export function convertWord(bytes: Uint8Array, { program, signal, ...most }: Options): Promise<WordText> {
  const command = [process.execPath, `--max-old-space-size=${most.heap ?? heap}`, program]
  const env = { NODE_ENV: 'production' } as const
  const limits = { patience: most.patience ?? patience, longestAnswer, tooMuch }
  return askProcess<WordText>({ name: 'reading a Word file', command, env, input: bytes, ...limits }, signal)
}
