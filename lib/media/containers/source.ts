import { readSync } from 'node:fs'

import { Unreadable } from './clip'

/** In bytes: what is read ahead where a few bytes are asked for, and how much one step of a copy holds. */
const AHEAD = 8 * 1024
const STEP = 256 * 1024

/** In bytes: nothing that is read at once is longer, whatever a file says. */
const MOST = 1024 * 1024

/**
 * An open file, read by small pieces wherever its parts are; each read is waited for, as nobody else is to be served.
 * @property bytes these bytes, all of them; a view that holds until it is let go
 * @property upTo those of them that are there
 * @property stream from here to there, in steps
 * Each of these throws Unreadable for what is not in the file, and once more pieces were asked for than `pieces`.
 */
export type Source = {
  size: number
  bytes: (at: number, length: number) => Buffer
  upTo: (at: number, length: number) => Buffer
  stream: (from: number, to: number) => Generator<Buffer>
}

export const cutOff = 'This file is cut off: it ends before it says it does. Send it again, or export it anew.'
export const damaged = 'This file is damaged. Export it anew.'
const tooManyParts = 'This file is built of far too many parts. Export it anew.'

/** @param file its number, as `openSync` gives it */
export function openSource(file: number, size: number, pieces: number): Source {
  let ahead: { at: number; buffer: Buffer } = { at: 0, buffer: Buffer.alloc(0) }
  let asked = 0

  function bytes(at: number, length: number): Buffer {
    if (++asked > pieces) throw new Unreadable(tooManyParts)
    if (length > MOST) throw new Unreadable(damaged)
    if (at < 0 || at + length > size) throw new Unreadable(cutOff)
    if (!held(at, length)) ahead = { at, buffer: read(at, Math.min(Math.max(length, AHEAD), size - at)) }
    return held(at, length)!
  }

  const held = (at: number, length: number) =>
    at < ahead.at || at + length > ahead.at + ahead.buffer.length
      ? undefined
      : ahead.buffer.subarray(at - ahead.at, at - ahead.at + length)

  function read(at: number, length: number): Buffer {
    const buffer = Buffer.allocUnsafe(length)
    for (let done = 0; done < length; ) {
      const count = readSync(file, buffer, done, length - done, at + done)
      if (count === 0) throw new Unreadable(cutOff)
      done += count
    }
    return buffer
  }

  return {
    size,
    bytes,
    upTo: (at, length) => bytes(at, Math.max(0, Math.min(length, size - at))),
    *stream(from, to) {
      if (from < 0 || to > size) throw new Unreadable(cutOff)
      for (let at = from; at < to; at += STEP) {
        const length = Math.min(STEP, to - at)
        yield held(at, length) ?? read(at, length)
      }
    },
  }
}
