import { z } from 'zod'

import { cleanText } from '#lib/story/document/clean'

import { expiries, rights } from './rights'

const line = (max: number) =>
  z
    .string()
    .overwrite(cleanText)
    .trim()
    .max(max, `At most ${max.toLocaleString('en-GB')} characters.`)
const oneLine = (max: number) => line(max).transform((text) => text.replace(/\s+/g, ' '))

export const mostKeywords = 50
export const tooManyKeywords = `At most ${mostKeywords} keywords.`

const fields = {
  alt: oneLine(500),
  decorative: z.boolean(),
  caption: oneLine(1000),
  credit: oneLine(200),
  source: oneLine(200),
  rights: z.enum(rights, 'Choose on what ground we may show it.'),
  licenceUrl: oneLine(1000).refine(
    (text) => text === '' || (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)),
    'An address begins with https:// or http://.',
  ),
  expiresAt: z.date().nullable(),
  onExpiry: z.enum(expiries),
  notes: line(2000),
  dateline: oneLine(100),
  keywords: z.array(oneLine(80)).max(mostKeywords, tooManyKeywords).transform(distinct),
  name: oneLine(200).refine(Boolean, 'Give it a name.'),
}

/** What people write about something of the library. */
export const MediaFields = z.strictObject(fields).partial()
export type MediaFields = z.infer<z.ZodObject<typeof fields>>
export type FieldName = keyof typeof fields
export const fieldNames = Object.keys(fields) as FieldName[]

/** Keywords that differ in more than capital letters. */
export function distinct(words: string[]): string[] {
  return [...new Map(words.filter(Boolean).map((word) => [word.toLowerCase(), word])).values()]
}

/** What may be said of many at once. */
export const bulkFields = [
  'credit',
  'source',
  'rights',
  'licenceUrl',
  'expiresAt',
  'onExpiry',
  'notes',
  'dateline',
  'keywords',
] as const satisfies readonly FieldName[]
