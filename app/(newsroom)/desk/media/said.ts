import { z } from 'zod'

import { bulkFields, MediaFields } from '#lib/media/fields'
import { instantIn } from '#lib/settings/local-time'

const Text = z.string().max(20_000)

/** What is said of something of the library, as a form has it; `expires` by the newsroom's clock, `2026-05-14T08:12`. */
const Raw = z
  .strictObject({
    name: Text,
    alt: Text,
    decorative: z.literal('on'),
    caption: Text,
    credit: Text,
    source: Text,
    rights: Text,
    licenceUrl: Text,
    expires: Text,
    onExpiry: Text,
    notes: Text,
    dateline: Text,
    /** With commas between. */
    keywords: Text,
  })
  .partial()

/** Without its fields that are a text, nothing is changed; a box that is not ticked is not sent at all. */
export function readSaid(form: unknown, zone: string): Partial<MediaFields> {
  const { expires, keywords, decorative, ...texts } = Raw.parse(form)
  return MediaFields.parse({
    ...texts,
    ...('alt' in texts && { decorative: decorative === 'on' }),
    ...(expires !== undefined && { expiresAt: expires ? instantIn(expires, zone) : null }),
    ...(keywords !== undefined && { keywords: keywords.split(',') }),
  })
}

/** The same of many at once. */
export const BulkFields = MediaFields.pick(
  Object.fromEntries(bulkFields.map((name) => [name, true])) as Record<(typeof bulkFields)[number], true>,
)
