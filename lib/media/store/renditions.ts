import { createHash } from 'node:crypto'
import { join } from 'node:path'

import { cropCode, type Format, typeOf } from './address'
import type { Crop } from './crop'
import { creditedFrom } from './encode-job'
import type { Encoders, Priority } from './encoders'
import type { Found, MediaStore, Range } from './store'
import { inFolder } from './work'

/** A file that is made of a picture's master. @property file where its files lie in the store */
export type Wanted = {
  file: string
  crop: Crop | undefined
  /** Pixels; with a height it is just so large. */
  width: number
  height?: number
  format: Format
  graphic: boolean
  credit: string
}

export type Renditions = {
  /**
   * A file of a picture: the one that is kept, or made now and kept.
   * @returns undefined when the picture itself is gone
   * @throws Refusal `busy` when too many are to be made
   */
  get(wanted: Wanted, priority: Priority, range?: Range): Promise<Found | undefined>
  stop(): void
}

type Parts = { store: MediaStore; encoders: Encoders /** A folder for what is under way. */; work: string }

/**
 * Names a file among those of its picture. A large one has its credit in it, so under another credit it is another file:
 * a name that was taken out of the credit goes on in none.
 */
export const renditionName = ({ crop, width, height, format, credit }: Omit<Wanted, 'file' | 'graphic'>) =>
  `${cropCode(crop)}-${width}${height ? `x${height}` : ''}${width >= creditedFrom && credit ? `-${tagOf(credit)}` : ''}.${format}`

const tagOf = (credit: string) => createHash('sha256').update(credit).digest('hex').slice(0, 16)

/** Where a rendition is kept. */
export const renditionKey = (wanted: Wanted) => `${wanted.file}/${renditionName(wanted)}`

/** Makes files of pictures when they are first asked for, each once however many ask, and keeps them in the store. */
export function makeRenditions({ store, encoders, work }: Parts): Renditions {
  const making = new Map<string, Promise<boolean>>()

  function once(key: string, wanted: Wanted, priority: Priority): Promise<boolean> {
    const running = making.get(key)
    if (running) return running
    const made = make(key, wanted, priority).finally(() => making.delete(key))
    making.set(key, made)
    return made
  }

  const make = (key: string, wanted: Wanted, priority: Priority): Promise<boolean> =>
    inFolder(work, 'rendition', async (folder) => {
      const { file, crop, width, height, format, graphic, credit } = wanted
      const master = await store.fetchTo(`${file}/master`, join(folder, 'master'))
      if (!master) return false
      const to = join(folder, `made.${format}`)
      const xmp = credit ? { xmp: { credit } } : {}
      const kind = graphic ? 'graphic' : 'photo'
      await encoders.encode({ master, to, width, height, format, kind, crop, ...xmp }, priority)
      await store.put(key, to, typeOf[format])
      if ((await store.size(`${file}/master`)) !== undefined) return true
      // It was removed meanwhile, with all that was kept of it then.
      await store.remove(key)
      return false
    })

  return {
    async get(wanted, priority, range) {
      const key = renditionKey(wanted)
      const kept = await store.get(key, range)
      if (kept) return kept
      return (await once(key, wanted, priority)) ? store.get(key, range) : undefined
    },
    stop: encoders.stop,
  }
}
