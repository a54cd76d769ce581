import { z } from 'zod'
import { Refusal } from '#lib/errors'
import { bulkFields, MediaFields } from '#lib/media/fields'
import { sentTime } from '#lib/settings/read-time'

const Text = z.string().max(20_000)

/** What is said of something of the library, as a form has it; `expires` an instant in milliseconds, or as it was typed. */
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
    ...(expires !== undefined && { expiresAt: endOf(expires, zone) }),
    ...(keywords !== undefined && { keywords: keywords.split(',') }),
  })
}

function endOf(expires: string, zone: string): Date | null {
  const end = sentTime(expires, zone, new Date(), true)
  if (end !== undefined) return end
  throw new Refusal('invalid', 'Some fields need another look.', {
    expiresAt: 'This is no time that Stet can read. Try “31 dec” or “in 3 months”.',
  })
}

/** The same of many at once. */
export const BulkFields = MediaFields.pick(
  Object.fromEntries(bulkFields.map((name) => [name, true])) as Record<(typeof bulkFields)[number], true>,
)
