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

const strippers: Record<Format, (source: Source) => AsyncGenerator<Buffer>> = {
  mp4: stripMp4,
  m4a: stripMp4,
  webm: stripWebm,
  mp3: stripMp3,
  ogg: stripOgg,
  wav: stripWav,
}

/**
 * Copies a clip without what it says of its maker, place and time, and without what is no part of it; pictures and sound
 * stay bit for bit. What a codec carries inside its own samples is not looked at.
 * @param to a path where no file is yet; after a fault there is none either
 * @returns what was written, read again
 * @throws only what the disk does
 */
export async function stripContainer(file: string, to: string, clip: Clip): Promise<Clip | Fault> {
  try {
    await withSource(file, MOST_PIECES, (source) => write(to, strippers[clip.format](source)))
    const written = await readContainer(to)
    if (isFault(written) || written.format !== clip.format) throw new Unreadable(damaged)
    return written
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') await rm(to, { force: true })
    if (error instanceof Unreadable) return { fault: error.message }
    throw error
  }
}

async function write(to: string, pieces: AsyncIterable<Buffer>): Promise<void> {
  const out = await open(to, 'wx')
  try {
    for await (const piece of pieces) await out.writeFile(piece)
  } finally {
    await out.close()
  }
}
