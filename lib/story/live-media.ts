import { type Using, usesOf } from './document/media-uses'

type Row = { subject: string; mediaId: string; crop: string; now: boolean }

/** What a text that readers have shows of the library, and what it showed of that before. */
export function mediaAfter(text: Using, before: readonly Row[], subject: string): Row[] {
  const uses = usesOf(text)
  const shown = new Set(uses.map(({ media, crop }) => `${media} ${crop}`))
  const former = before.filter((row) => !shown.has(`${row.mediaId} ${row.crop}`)).map((row) => ({ ...row, now: false }))
  return [...uses.map(({ media, crop }) => ({ subject, mediaId: media, crop, now: true })), ...former]
}
