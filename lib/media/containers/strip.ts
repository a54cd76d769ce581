import { createHash } from 'node:crypto'
import { open, rm } from 'node:fs/promises'

import { type Clip, type Fault, type Format, isFault, Unreadable } from './clip'
import { stripMp3 } from './mp3/strip'
import { stripMp4 } from './mp4/strip'
import { stripOgg } from './ogg/strip'
import { withSource } from './open'
import { readContainer } from './read'
import { damaged, type Source } from './source'
import { stripWav } from './wav/strip'
import { stripWebm } from './webm/strip'

/** In pieces of a file: six hours of 60 pictures a second with sound have some four million. */
const MOST_PIECES = 10_000_000

/** In bytes: what is written at once. */
const STEP = 1024 * 1024

const strippers: Record<Format, (source: Source) => Generator<Buffer>> = {
  mp4: stripMp4,
  m4a: stripMp4,
  webm: stripWebm,
  mp3: stripMp3,
  ogg: stripOgg,
  wav: stripWav,
}

/** @property bytes how long it is; `sha256` in hex */
export type Stripped = { clip: Clip; bytes: number; sha256: string }

/**
 * Copies a clip without what it says of its maker, place and time, and without what is no part of it; pictures and sound
 * stay bit for bit. What a codec carries inside its own samples is not looked at.
 * @param to a path where no file is yet; after a fault there is none either
 * @returns what was written, read again
 * @throws only what the disk does
 */
export async function stripContainer(file: string, to: string, clip: Clip): Promise<Stripped | Fault> {
  try {
    const written = await withSource(file, MOST_PIECES, (source) => write(to, strippers[clip.format](source)))
    const read = await readContainer(to)
    if (isFault(read) || read.format !== clip.format) throw new Unreadable(damaged)
    return { clip: read, ...written }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') await rm(to, { force: true })
    if (error instanceof Unreadable) return { fault: error.message }
    throw error
  }
}

async function write(to: string, pieces: Iterable<Buffer>): Promise<Omit<Stripped, 'clip'>> {
  const out = await open(to, 'wx')
  const hash = createHash('sha256')
  let bytes = 0
  try {
    for (const step of inSteps(pieces)) {
      hash.update(step)
      bytes += step.length
      await out.writeFile(step)
    }
  } finally {
    await out.close()
  }
  return { bytes, sha256: hash.digest('hex') }
}

/** The same bytes in fewer pieces, as there may be millions; each holds until the next. */
function* inSteps(pieces: Iterable<Buffer>): Generator<Buffer> {
  const room = Buffer.allocUnsafe(STEP)
  let filled = 0
  for (const piece of pieces)
    for (let at = 0; at < piece.length; ) {
      const count = piece.copy(room, filled, at)
      at += count
      filled += count
      if (filled < STEP) continue
      yield room
      filled = 0
    }
  yield room.subarray(0, filled)
}
