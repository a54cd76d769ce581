import { z } from 'zod'

import { db } from '#lib/db/client'
import { takeExpired } from '#lib/media/commands/expire'
import { sweepNow } from '#lib/media/commands/sweep'
import { findShownPicture } from '#lib/media/queries/shown'
import { type Format, type Width, widthsOf } from '#lib/media/store/address'
import type { Shape } from '#lib/media/store/crop'
import type { Renditions, Wanted } from '#lib/media/store/renditions'
import { leastSocial, socialSides } from '#lib/media/store/social-job'
import type { MediaStore } from '#lib/media/store/store'
import { type Cutting, sidesOf, viewOf } from '#lib/media/store/view'

import type { Handler } from '../runner'

const Id = z.object({ id: z.string() })
const File = z.object({ file: z.string() })

/** Deletes files that nothing has. */
export const sweepFiles =
  (store: () => MediaStore): Handler =>
  async ({ payload }) =>
    sweepNow(store(), File.parse(payload).file)

/**
 * What is asked for first: by readers of a story's page, which shows it whole, by those of the front that it leads, and by
 * the sites that it is sent to. About a second of work for one picture, behind all readers.
 */
const ahead: [Shape | 'whole', Width, Format][] = [
  ['whole', 960, 'avif'],
  ['whole', 1280, 'avif'],
  ['16:9', 960, 'avif'],
  ['16:9', 1280, 'avif'],
]

/** Makes the files of a picture that most readers need. What cannot be made now is made when it is asked for. */
export const makeAhead =
  (renditions: () => Renditions): Handler =>
  async ({ payload, signal }) => {
    const picture = await findShownPicture(Id.parse(payload).id)
    if (!picture) return
    for (const file of filesAhead(picture.cutting)) {
      if (signal.aborted) return
      const found = await renditions().get({ ...picture.from, ...file }, 'publish')
      found?.stream.destroy()
    }
  }

function filesAhead(cutting: Cutting): Pick<Wanted, 'crop' | 'width' | 'height' | 'format'>[] {
  const part = (shape: Shape | 'whole') => {
    const { crop } = viewOf(cutting, shape)
    return { crop, full: sidesOf(cutting.size, crop).width }
  }
  const pages = ahead.flatMap(([shape, width, format]) => {
    const { crop, full } = part(shape)
    return widthsOf(full).includes(width) ? [{ crop, width, format }] : []
  })
  const { crop, full } = part('1.91:1')
  return full < leastSocial ? pages : [...pages, { crop, ...socialSides, format: 'jpeg' }]
}

export const expireMedia: Handler = async (job) => {
  const { id } = Id.parse(job.payload)
  await db.write(async (tx) => {
    await takeExpired(tx, id, new Date())
    await job.done(tx)
  })
}
