import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Actor } from '#lib/auth/actor'
import { db, type Tx } from '#lib/db/client'
import { newId } from '#lib/id'
import { insertMedia } from '#lib/media/commands/insert'
import { expectFile } from '#lib/media/commands/sweep'
import { bandsOf } from '#lib/media/pixels/likeness'
import { thumbWidths } from '#lib/media/pixels/taken-picture'
import { mediaStore } from '#lib/media/store/open'

import { ageOf } from './parse'
import type { DemoPicture } from './picture'
import { pictures } from './pictures'

/** A picture whose files lie in the store. @property file where there @property master its bytes */
export type Stored = { picture: DemoPicture; file: string; master: Buffer }

const type = 'image/jpeg'
const keys = ['master', ...thumbWidths.map((width) => `thumb-${width}`)]

/**
 * Puts the pictures' files into the store as they are: a take-in made them. Unless `addPictures` follows, they go again.
 * @param folder with a folder for each picture
 */
export async function storePictures(folder: string, now: Date): Promise<Stored[]> {
  const stored = pictures.map((picture) => ({ picture, file: newId(), ...filesOf(folder, picture) }))
  await db.write(async () => {
    for (const { file } of stored) await expectFile(file, now)
  })
  const store = mediaStore()
  await Promise.all(
    stored.flatMap(({ file, files }) => files.map(({ key, bytes }) => store.put(`${file}/${key}`, bytes, type))),
  )
  return stored
}

function filesOf(folder: string, { slug }: DemoPicture) {
  const files = keys.map((key) => ({ key, bytes: readFileSync(join(folder, slug, `${key}.jpg`)) }))
  return { files, master: files[0]?.bytes ?? Buffer.alloc(0) }
}

/** Adds the pictures to the library. @returns their ids by slug */
export async function addPictures(
  tx: Tx,
  stored: readonly Stored[],
  people: ReadonlyMap<string, Actor>,
  now: Date,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const { picture, file, master } of stored) {
    const { slug, by, age, size, colour, like, focus, days, ...said } = picture
    const person = people.get(by)
    if (!person) throw new Error(`the demo paper has no “${by}”`)
    const id = newId()
    const [width, height] = size
    const [likeHigh, likeLow] = like
    const [like1, like2, like3, like4] = bandsOf({ hi: likeHigh, lo: likeLow })
    const hash = createHash('sha256').update(master).digest('hex')
    const expiresAt = days ? new Date(now.getTime() + days * 86_400_000) : null
    await insertMedia(
      tx,
      {
        ...{ id, file, kind: 'picture', type, bytes: master.length, width, height, hash, colour, graphic: false },
        ...{ takenAt: '', likeHigh, likeLow, like1, like2, like3, like4, focus, guessed: false },
        said: { ...said, expiresAt },
      },
      person.id,
      new Date(now.getTime() - ageOf(age)),
    )
    ids.set(slug, id)
  }
  return ids
}
