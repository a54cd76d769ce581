import type { MediaKind } from '#lib/media/kinds'
import type { MediaFilter } from '#lib/media/queries/list'
import type { Rights } from '#lib/media/rights'

/** What of the library is listed: words of any field, days of the newsroom (`2026-05-14`), the id of who put it there. */
export type Here = {
  q?: string
  show?: MediaFilter['show']
  kind?: MediaKind
  rights?: Rights
  by?: string
  from?: string
  to?: string
}

/**
 * The library's address.
 * @param after the place to go on after, as `listMedia` gives it
 */
export function mediaAddress(here: Here, after?: string): string {
  const given = Object.entries({ ...here, after })
  const asked = new URLSearchParams(given.filter((pair): pair is [string, string] => Boolean(pair[1])))
  return asked.size ? `/desk/media?${asked}` : '/desk/media'
}

/**
 * Where a file of something of the library is read at the desk.
 * @param hash of what is there: a page that stands must not show what was there before
 */
export const fileAddress = (id: string, file: 'thumb-320' | 'thumb-640' | 'master' | 'clip' | 'captions', hash = '') =>
  `/api/media/${id}/${file}${hash && `?${hash.slice(0, 12)}`}`
