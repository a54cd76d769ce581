import type { FileHandle } from 'node:fs/promises'

import { Unreadable } from './clip'

/** In bytes: what is read ahead where a few bytes are asked for, and how much one step of a copy holds. */
const AHEAD = 8 * 1024
const STEP = 256 * 1024

/** In bytes: nothing that is read at once is longer, whatever a file says. */
const MOST = 1024 * 1024

/**
 * An open file, read by small pieces wherever its parts are.
 * @property bytes these bytes, all of them; a view that holds until it is let go
 * @property upTo those of them that are there
 * @property stream from here to there, in steps
 * Each of these throws Unreadable for what is not in the file, and once more pieces were asked for than `pieces`.
 */
export type Source = {
  size: number
  bytes: (at: number, length: number) => Promise<Buffer>
  upTo: (at: number, length: number) => Promise<Buffer>
  stream: (from: number, to: number) => AsyncGenerator<Buffer>
}

export const cutOff = 'This file is cut off: it ends before it says it does. Send it again, or export it anew.'
export const damaged = 'This file is damaged. Export it anew.'
const tooManyParts = 'This file is built of far too many parts. Export it anew.'

export function openSource(file: FileHandle, size: number, pieces: number): Source {
  let ahead: { at: number; buffer: Buffer } = { at: 0, buffer: Buffer.alloc(0) }
  let asked = 0

  async function bytes(at: number, length: number): Promise<Buffer> {
    if (++asked > pieces) throw new Unreadable(tooManyParts)
    if (length > MOST) throw new Unreadable(damaged)
    if (at < 0 || at + length > size) throw new Unreadable(cutOff)
    if (at < ahead.at || at + length > ahead.at + ahead.buffer.length)
      ahead = { at, buffer: await read(at, Math.min(Math.max(length, AHEAD), size - at)) }
    return ahead.buffer.subarray(at - ahead.at, at - ahead.at + length)
  }

  async function read(at: number, length: number): Promise<Buffer> {
    const buffer = Buffer.allocUnsafe(length)
    for (let done = 0; done < length; ) {
      const { bytesRead } = await file.read(buffer, done, length - done, at + done)
      if (bytesRead === 0) throw new Unreadable(cutOff)
      done += bytesRead
    }
    return buffer
  }

  return {
    size,
    bytes,
    upTo: (at, length) => bytes(at, Math.max(0, Math.min(length, size - at))),
    async *stream(from, to) {
      if (from < 0 || to > size) throw new Unreadable(cutOff)
      for (let at = from; at < to; at += STEP) yield await read(at, Math.min(STEP, to - at))
    },
  }
}
