/** Where a page of a list begins: after this story, by time and then by place in the order of publication. */
export type Cursor = { at: Date; place: number }

/** A cursor as it stands in an address (`?before=mp3x1k-16`): time and place in base 36. */
export const toCursor = (story: { publishedAt: Date; place: number }) =>
  `${story.publishedAt.getTime().toString(36)}-${story.place.toString(36)}`

/** @returns undefined for anything that no page of ours links to */
export function parseCursor(text: string | undefined): Cursor | undefined {
  const [, time, place] = /^([0-9a-z]{1,9})-([0-9a-z]{1,9})$/.exec(text ?? '') ?? []
  if (!time || !place) return undefined
  const at = Number.parseInt(time, 36)
  return at <= 8_640_000_000_000 ? { at: new Date(at), place: Number.parseInt(place, 36) } : undefined
}
