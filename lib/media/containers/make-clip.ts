import { join } from 'node:path'

import { Refusal } from '#lib/errors'

import { type Unwritten, unwritten } from '../store/full'
import { type Fault, isFault } from './clip'
import { readContainer } from './read'
import { stripContainer } from './strip'
import { type TakenClip, tooMuch } from './taken-clip'

/**
 * Tells what a film or a recording is, and makes the copy of it that the library keeps, in the folder `into`.
 * @throws Refusal `invalid` with what is wrong with the file, `too-large` for want of memory
 */
export async function makeClip(file: string, into: string): Promise<TakenClip | Unwritten> {
  const read = unlessFault(await readContainer(file))
  const { title, artist } = read
  const kept = join(into, 'clip')
  try {
    const { clip, bytes, sha256 } = unlessFault(await stripContainer(file, kept, read))
    const { kind, type, seconds, width, height } = clip
    return { kind, type, seconds, width, height, title, artist, file: kept, bytes, sha256 }
  } catch (error) {
    if (error instanceof RangeError) throw new Refusal('too-large', tooMuch)
    if ((error as NodeJS.ErrnoException).syscall) return unwritten(error)
    throw error
  }
}

function unlessFault<Found extends object>(found: Found | Fault): Found {
  if (isFault(found)) throw new Refusal('invalid', found.fault)
  return found
}
