import type { Block } from '#lib/story/document/nodes'
import { countWords, inlineText } from '#lib/story/document/text'

/** What two copies of a passage share: all but white space and quotation marks, which come in many shapes. */
export const sameWords = (text: string) => text.normalize().replace(/[\s"'“”„‟«»‘’‚‛]+/g, '')

/** A headline without case, accents, quotation marks and closing punctuation, to look it up by. */
export const headlineKey = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}"“”„«»'‘’‚]/gu, '')
    .replace(/\p{Pd}/gu, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\s.!?…:;,]+$/u, '')
    .toLowerCase()

/** A pattern for a whole line that is one of these phrases, whatever the case, with or without a colon. */
export const lineOf = (phrases: string[]) => new RegExp(`^(?:${phrases.join('|')})\\s*[:：…]?$`, 'iu')

const ends = /[.!?…。।؟]["”’'»)\]]*$/u
const stop = /(?<![.…])[.。।][\s"”’'»)\]]*$/u
/** Enough of a line to see how it ends; patterns bound to the end scan all they are given. */
const close = (text: string) => text.slice(-40).trimEnd().slice(-8)

/** Running text: ends as a sentence does, or is longer than a headline would be. */
export const isProse = (block: Block) => {
  if (block.type === 'quote' || block.type === 'pullQuote' || block.type === 'factBox') return true
  if (block.type !== 'paragraph') return false
  const text = inlineText(block.content)
  return ends.test(close(text)) || text.length > 400 || countWords(text) >= 15
}

/** Closes with one full stop, as a sentence and no headline does; a page's teasers trail off in two or three. */
export const endsWithStop = (text: string) => stop.test(close(text))

const bylines =
  /^(?:by|written by|reported by|von|par|por|door|di)[:\s]+\p{Lu}[\p{L}\p{M}.'’-]*(?:[\s,&|]+[\p{L}\p{M}.'’-]+){1,11}$/iu

/** The names of "By Jane Doe", or undefined. The name's capital is what tells "By Jane" from "By night". */
export function bylineIn(text: string): string | undefined {
  if (!bylines.test(text.trim())) return undefined
  const names = text.trim().replace(/^(?:written by|reported by|\p{L}+)[:\s]+/iu, '')
  return /^\p{Lu}/u.test(names) && /\s\p{Lu}/u.test(names) ? names : undefined
}

const dates =
  /\b\d{1,2}(?:st|nd|rd|th)?\.? (?:de )?\p{L}{3,12}\.?,? (?:de )?\d{4}\b|\b\p{L}{3,12}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}\b|\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b/u

/** A short line that says when, as pages print it above the text: "Updated: May 20, 2025 08:14 IST". */
export const isDateLine = (text: string) => countWords(text) <= 12 && !endsWithStop(text) && dates.test(text)
