import { eq, sql } from 'drizzle-orm'
import { union } from 'drizzle-orm/pg-core'

import { db, prepared } from '#lib/db/client'
import { type Asked, cropCode } from '#lib/media/store/address'
import type { Crop, Shape } from '#lib/media/store/crop'
import { cuttingOf, viewOf, viewsOf } from '#lib/media/store/view'
import { parseCrop } from '#lib/story/document/crop-text'

import { liveMedia, livePageMedia, liveStoryMedia } from '../tables'

const byId = prepared('site_media_file', (on) =>
  on
    .select({
      kind: liveMedia.kind,
      file: liveMedia.file,
      type: liveMedia.type,
      bytes: liveMedia.bytes,
      hash: liveMedia.hash,
      formerly: liveMedia.formerly,
      width: liveMedia.width,
      height: liveMedia.height,
      graphic: liveMedia.graphic,
      credit: liveMedia.credit,
      focus: liveMedia.focus,
      crops: liveMedia.crops,
      captions: liveMedia.captions,
    })
    .from(liveMedia)
    .where(eq(liveMedia.subject, sql.placeholder('id'))),
)

const usesById = prepared('site_media_crops', (on) => {
  const cuts = (uses: typeof liveStoryMedia | typeof livePageMedia) =>
    on
      .selectDistinct({ crop: uses.crop, now: uses.now })
      .from(uses)
      .where(eq(uses.mediaId, sql.placeholder('id')))
  // An archive picture stands in thousands of stories, and is cut in a few ways.
  return union(cuts(liveStoryMedia), cuts(livePageMedia))
})

type Row = Awaited<ReturnType<typeof byId>>[number]

/** A file of the library that readers have: what it is made of, or where it is now. */
export type LiveFile = { state: 'here'; row: Row; crop: Crop | undefined } | { state: 'moved'; path: string }

/** A picture's file, as far as readers may have it this moment: its picture is live, and so is its part of it. */
export async function findPictureFile({ id, hash, code, width, format }: Asked): Promise<LiveFile | undefined> {
  const [row] = await byId(db, { id })
  if (row?.kind !== 'picture') return undefined
  const uses = await usesById(db, { id })
  const stands = partOf(row, uses, code)
  const isFormer = row.formerly.hashes.includes(hash)
  if (stands && row.hash === hash) return { state: 'here', row, crop: stands.crop }
  if (row.hash !== hash && !isFormer) return undefined
  const part = stands ?? formerPart(row, uses, code)
  return part && { state: 'moved', path: `${id}/${row.hash}-${cropCode(part.crop)}/${width}.${format}` }
}

/** A film or a sound that readers have; of another file's address, where it is now. */
export async function findClipFile(id: string, hash: string): Promise<LiveFile | undefined> {
  const [row] = await byId(db, { id })
  if (!row || row.kind === 'picture') return undefined
  if (row.hash === hash) return { state: 'here', row, crop: undefined }
  return row.formerly.hashes.includes(hash) ? { state: 'moved', path: `${id}/${row.hash}-0` } : undefined
}

type Uses = { crop: string; now: boolean }[]
type Part = { crop: Crop | undefined }

/** The part of that name, among those that readers are shown somewhere. */
function partOf(row: Row, uses: Uses, code: string): Part | undefined {
  const owns = uses.filter(({ now }) => now).flatMap(({ crop }) => parseCrop(crop) ?? [])
  return viewsOf(cuttingOf(row), owns).find(({ crop }) => cropCode(crop) === code)
}

/** Of a part that was shown once: what is shown in its shape now, of the whole picture. */
function formerPart(row: Row, uses: Uses, code: string): Part | undefined {
  const cutting = cuttingOf(row)
  const owns = uses.filter(({ now }) => !now).flatMap(({ crop }) => parseCrop(crop) ?? [])
  const shape = row.formerly.crops[code] ?? viewsOf(cutting, owns).find(({ crop }) => cropCode(crop) === code)?.shape
  return shape === undefined ? undefined : viewOf(cutting, shape as Shape | 'whole')
}
