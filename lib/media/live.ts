import type { Live } from '#lib/publication/live'
import { liveMedia } from '#lib/site/tables'

import type { MediaKind } from './kinds'
import { cropCode } from './store/address'
import type { Crop, Point, Shape } from './store/crop'
import { cuttingOf, viewsOf } from './store/view'

/** What readers are given of something of the library. */
export type MediaContent = {
  kind: MediaKind
  file: string
  type: string
  bytes: number
  hash: string
  width: number | null
  height: number | null
  seconds: number | null
  colour: string
  graphic: boolean
  alt: string
  caption: string
  credit: string
  /** Earlier revisions do not say. */
  handout?: boolean
  focus: Point
  crops: Partial<Record<Shape, Crop>>
  poster: string | null
  captions: string
  captionsLanguage: string
}

const tables = { media: liveMedia }
type Row = typeof liveMedia.$inferSelect

/** Of a hash of 64 signs these stand in addresses. */
export const shortHash = (hash: string) => hash.slice(0, 12)

/** How something of the library becomes what readers see; the addresses of its earlier files lead to those of the present one. */
export const liveMediaNoun: Live<MediaContent, typeof tables> = {
  kind: 'media',
  tables,
  rows(content, { media: [before] }, { subject }) {
    if (!content) return { media: [] }
    const hash = shortHash(content.hash)
    const { handout = false, ...rest } = content
    const row = { ...rest, handout, subject, hash, formerly: { hashes: [], crops: {} } }
    return { media: [before ? { ...row, formerly: formerlyOf(before, row) } : row] }
  },
  keys: ({ media }) => media.map(({ subject }) => `media:${subject}`),
}

/** Addresses of its files that were and are no more: earlier contents, and earlier crops with the shape of each. */
function formerlyOf(before: Row, now: Row): Row['formerly'] {
  const stands = cropsOf(now)
  const crops = Object.entries({ ...before.formerly.crops, ...cropsOf(before) }).filter(([code]) => !(code in stands))
  const hashes = [...new Set([...before.formerly.hashes, before.hash])].filter((hash) => hash !== now.hash)
  return { hashes, crops: Object.fromEntries(crops) }
}

/** The crop in each shape, by its name in addresses. */
const cropsOf = (row: Row): Record<string, string> =>
  Object.fromEntries(viewsOf(cuttingOf(row)).map(({ crop, shape }) => [cropCode(crop), shape]))
