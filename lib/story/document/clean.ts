import type { Block, StoryDocument } from './nodes'

const unfit = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Surrogate}/gu

/**
 * Text without what no feed could carry: C0 control characters (all but tab and line feed),
 * U+FFFE, U+FFFF and lone surrogates. The rest stays code point for code point.
 */
export const cleanText = (text: string) => text.replace(unfit, '')

/** What somebody has typed into a field, for whoever reads it: clean, with nothing around it. */
export const cleanNote = (text: string) => cleanText(text).trim()

/** The same on one line. */
export const cleanLine = (text: string) => cleanNote(text).replace(/\s+/g, ' ')

/** A document with all its text and attributes cleaned; text nodes that are left empty go. */
export const cleanDocument = (document: StoryDocument): StoryDocument => clean(document) as StoryDocument

/** The same of one block. */
export const cleanBlock = (block: Block): Block => clean(block) as Block

function clean(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value)
  if (Array.isArray(value)) return value.map(clean).filter((item) => !isEmptyText(item))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, inner]) => [key, clean(inner)] as const)
  return Object.fromEntries(entries.filter(([key, inner]) => !(key === 'content' && becameEmpty(value, inner))))
}

const becameEmpty = (was: object, content: unknown) =>
  Array.isArray(content) && !content.length && 'content' in was && (was.content as unknown[]).length > 0

const isEmptyText = (value: unknown) =>
  typeof value === 'object' &&
  value !== null &&
  'type' in value &&
  value.type === 'text' &&
  'text' in value &&
  value.text === ''
