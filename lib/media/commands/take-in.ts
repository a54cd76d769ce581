import { open } from 'node:fs/promises'

import { takeClip } from '../containers/intake'
import { fieldsFrom } from '../from-file'
import { takePicture } from '../pixels/intake'
import { bandsOf } from '../pixels/likeness'
import type { MediaStore } from '../store/store'
import { inFolder, workFolder } from '../store/work'
import type { media } from '../tables'
import { isClip } from '../which'

/** A file that somebody sent, whole, on this machine's disk; it is left there. */
export type Incoming = { path: string; name: string; signal?: AbortSignal }

/** What makes something of it. @property programs built beside the server: `intake-child.ts` of pixels, and of containers */
export type Tools = { store: MediaStore; programs: { picture: string; clip: string } }

/** What of a row is told by the file alone. */
export type TakenIn = Pick<
  typeof media.$inferInsert,
  | 'kind'
  | 'type'
  | 'bytes'
  | 'width'
  | 'height'
  | 'seconds'
  | 'hash'
  | 'colour'
  | 'graphic'
  | 'takenAt'
  | 'likeHigh'
  | 'likeLow'
  | 'like1'
  | 'like2'
  | 'like3'
  | 'like4'
> & { focus: { x: number; y: number } } & ReturnType<typeof fieldsFrom>

type Made = { taken: TakenIn; files: { key: string; path: string; type: string }[] }

/**
 * Reads a file, makes of it what we keep, and puts that into the store.
 * @param place where in the store; nothing is there yet
 * @throws Refusal `invalid` or `too-large` with what is wrong with the file, `busy`
 */
export async function takeIn(incoming: Incoming, place: string, { store, programs }: Tools): Promise<TakenIn> {
  return inFolder(workFolder(), 'media', async (folder) => {
    const { taken, files } = isClip(await headOf(incoming.path))
      ? await takeFilm(incoming, folder, programs.clip)
      : await takePhoto(incoming, folder, programs.picture)
    for (const { key, path, type } of files) await store.put(`${place}/${key}`, path, type)
    return taken
  })
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(16), 0, 16, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

async function takePhoto({ path, name, signal }: Incoming, folder: string, program: string): Promise<Made> {
  const { master, thumbs, likeness, flat, colour, graphic, focal, words } = await takePicture(path, folder, {
    program,
    ...(signal && { signal }),
  })
  const [like1, like2, like3, like4] = bandsOf(likeness)
  const like = flat ? {} : { likeHigh: likeness.hi, likeLow: likeness.lo, like1, like2, like3, like4 }
  const type = `image/${master.format}`
  const { width, height, bytes, sha256: hash } = master
  return {
    taken: {
      ...{ kind: 'picture', type, bytes, width, height, hash, colour, graphic, focus: focal },
      ...{ takenAt: words.takenAt ?? '', ...like, ...fieldsFrom(words, name) },
    },
    files: [
      { key: 'master', path: master.file, type },
      ...thumbs.map(({ file, wanted }) => ({ key: `thumb-${wanted}`, path: file, type: 'image/jpeg' })),
    ],
  }
}

async function takeFilm({ path, name, signal }: Incoming, folder: string, program: string): Promise<Made> {
  const { kind, type, seconds, width, height, title, artist, file, bytes, sha256 } = await takeClip(path, folder, {
    program,
    ...(signal && { signal }),
  })
  return {
    taken: {
      ...{ kind, type, bytes, width: width ?? null, height: height ?? null, seconds: Math.ceil(seconds) },
      ...{ hash: sha256, colour: '', graphic: false, focus: { x: 0.5, y: 0.5 }, takenAt: '' },
      ...fieldsFrom({ ...(title && { headline: title }), ...(artist && { credit: artist }) }, name),
    },
    files: [{ key: 'clip', path: file, type }],
  }
}
