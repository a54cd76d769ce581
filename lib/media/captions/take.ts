import { askProcess } from '#lib/processes/ask'
import { makeTurns } from '#lib/processes/turns'

const inTurn = makeTurns(2, 34, 'Many captions are being read just now. Try again in a minute.')
const limits = {
  /** Milliseconds; the longest of honest files take a second. */
  patience: 20_000,
  bounds: { seconds: 8, kilobytes: 400_000 },
  /** A sign may become six. */
  longestAnswer: 8_000_000,
  tooMuch: 'These captions take too long to read. Save them anew, or shorter.',
  isLow: true,
}

/**
 * Captions in WebVTT or SubRip, written anew as WebVTT in a process of its own.
 * @param program built beside the server: lib/media/captions/child.ts
 * @throws Refusal with what is wrong in which line
 */
export async function takeCaptions(text: string, program: string): Promise<string> {
  const env = { NODE_ENV: 'production' } as const
  const command = [process.execPath, program]
  const input = Buffer.from(text)
  const order = { name: 'reading captions', command, env, input, ...limits }
  const read = await inTurn(() => askProcess<{ text: string }>(order))
  return read.text
}
