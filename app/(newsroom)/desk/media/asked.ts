import { z } from 'zod'

import { mediaKinds } from '#lib/media/kinds'
import { type MediaFilter, mediaShows } from '#lib/media/queries/list'
import { rights } from '#lib/media/rights'
import { instantIn } from '#lib/settings/local-time'
import { cleanText } from '#lib/story/document/clean'

import type { Here } from './address'

const Text = z.string().overwrite(cleanText).trim().max(100).optional().catch(undefined)
const Day = z.iso.date().optional().catch(undefined)

/** What the library's address asks for. */
export const Asked = z.object({
  q: Text,
  show: z.enum(mediaShows).optional().catch(undefined),
  kind: z.enum(mediaKinds).optional().catch(undefined),
  rights: z.enum(rights).optional().catch(undefined),
  by: Text,
  from: Day,
  to: Day,
  after: Text,
})

const DAY = 86_400_000

/** Days as instants: from the first one's midnight to the midnight after the last. */
export function filterOf({ q, from, to, ...rest }: Here, zone: string): MediaFilter {
  const midnight = (day: string) => instantIn(`${day}T00:00`, zone)
  const after = (day: string) => new Date(Date.parse(`${day}T00:00Z`) + DAY).toISOString().slice(0, 10)
  return {
    ...rest,
    words: q,
    from: from ? midnight(from) : undefined,
    until: to ? midnight(after(to)) : undefined,
  }
}
