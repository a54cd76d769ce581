import { open } from 'node:fs/promises'

import { Unreadable } from './clip'
import { openSource, type Source } from './source'

/** In bytes; a WAV file could not say more of itself. */
const LARGEST = 4_000_000_000

/** A file while it is read, and no longer. @throws Unreadable for one over the cap */
export async function withSource<Result>(
  path: string,
  pieces: number,
  use: (source: Source) => Promise<Result>,
): Promise<Result> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    if (size > LARGEST)
      throw new Unreadable('This file is over 4 GB. Export it with fewer bits a second, or cut it into parts.')
    return await use(openSource(file, size, pieces))
  } finally {
    await file.close()
  }
}
