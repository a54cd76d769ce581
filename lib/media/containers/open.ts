import { closeSync, fstatSync, openSync } from 'node:fs'

import { Unreadable } from './clip'
import { openSource, type Source } from './source'

/** In bytes; a WAV file could not say more of itself. */
const LARGEST = 4_000_000_000

/** A file while it is read, and no longer. @throws Unreadable for one over the cap */
export async function withSource<Result>(
  path: string,
  pieces: number,
  use: (source: Source) => Result | Promise<Result>,
): Promise<Result> {
  const file = openSync(path, 'r')
  try {
    const { size } = fstatSync(file)
    if (size > LARGEST)
      throw new Unreadable('This file is over 4 GB. Export it with fewer bits a second, or cut it into parts.')
    return await use(openSource(file, size, pieces))
  } finally {
    closeSync(file)
  }
}
