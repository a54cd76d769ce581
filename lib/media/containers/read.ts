import { type Clip, clipOf, type Fault, type Read, Unreadable } from './clip'
import { containerOf } from './kind'
import { readMp3 } from './mp3/read'
import { readMp4 } from './mp4/read'
import { readOgg } from './ogg/read'
import { withSource } from './open'
import type { Source } from './source'
import { readWav } from './wav/read'
import { readWebm } from './webm/read'

/** In pieces of a file: six hours in fragments of a second have 50,000. */
const MOST_PIECES = 300_000

/** In bytes: enough for the second packet of a transport stream. */
const HEAD = 192

const readers: Record<ReturnType<typeof containerOf>, (source: Source) => Read> = {
  mp4: readMp4,
  webm: readWebm,
  mp3: readMp3,
  ogg: readOgg,
  wav: readWav,
}

/**
 * What a film or a recording is, told by its structure alone; its heads and tables are read, not its pictures or sound.
 * @param file a path
 * @throws only what the disk does
 */
export async function readContainer(file: string): Promise<Clip | Fault> {
  try {
    return await withSource(file, MOST_PIECES, (source) => clipOf(readers[containerOf(source.upTo(0, HEAD))](source)))
  } catch (error) {
    if (error instanceof Unreadable) return { fault: error.message }
    throw error
  }
}
