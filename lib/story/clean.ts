import type { Asked } from './surfaces'

/** By what a withdrawn story would be known on a page. */
export type Marks = {
  /** Its addresses, from the slash on. */
  paths: string[]
  /** Those of its headlines that nothing else of the paper says. */
  headlines: string[]
}

export type Verdict = { clean: true } | { clean: false; fault: string }

const red = (fault: string): Verdict => ({ clean: false, fault })

/** Whether an address answers as it should after a withdrawal, and says nothing of the story; pure. */
export function judge(asked: Asked, answer: { status: number; body: string }, marks: Marks): Verdict {
  const { statuses, own, echo = '' } = asked
  const { status, body } = answer
  if (!statuses.includes(status)) return red(`Answered ${status} instead of ${statuses.join(' or ')}.`)
  if (marks.headlines.some((headline) => !says(echo, headline) && says(body, headline)))
    return red('Shows its headline.')
  if (!own && marks.paths.some((path) => leadsTo(body, path))) return red('Leads to its address.')
  return { clean: true }
}

/** In characters: more than any page has. */
const LARGE = 500_000

const word = /[\p{L}\p{N}\p{M}]+/gu
const letter = '[\\p{L}\\p{N}\\p{M}]'

/** Whether a headline says enough to know a story by: a single short word stands on many pages. */
export function isTelling(headline: string): boolean {
  const words = headline.match(word) ?? []
  return words.length > 1 || [...(words[0] ?? '')].length >= 12
}

/**
 * Whether a page, feed or text has a headline, in whatever way it is written there: with entities, escaped for JSON, with
 * some of its words marked, between other spaces and signs.
 */
export function says(body: string, headline: string): boolean {
  const words = headline.normalize('NFC').match(word) ?? []
  if (!words.length) return false
  // A sitemap has megabytes: there nothing is written in pieces, and one look for one word says nearly always enough.
  if (body.length > LARGE && !body.includes(longest(words))) return false
  const wanted = new RegExp(`(?<!${letter})${words.join(`[^\\p{L}\\p{N}\\p{M}]{1,40}`)}(?!${letter})`, 'u')
  // With the tags for what stands in attributes and scripts, without them for what is seen.
  return [body, body.replace(/<\/?mark>/g, '').replace(/<[^>]*>/g, ' ')].some((text) => wanted.test(plain(text)))
}

const longest = (words: string[]) => words.reduce((one, other) => (other.length > one.length ? other : one), '')

const names: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const plain = (text: string) =>
  text
    .normalize('NFC')
    .replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]{2,6}));/gi, (all, hex, decimal, name) => {
      // Those of signs are all the others that pages have.
      if (name) return names[name] ?? ' '
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
      return code <= 0x10ffff ? String.fromCodePoint(code) : all
    })
    .replace(/\\u([\da-f]{4})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    // Soft hyphens and marks of direction, which a page may set into a word.
    .replace(/[\u00ad\u200b-\u200f\u2060\u2066-\u2069]/g, '')

/** Whether an address stands there whole, not as the beginning of another. */
function leadsTo(body: string, path: string): boolean {
  for (let at = body.indexOf(path); at >= 0; at = body.indexOf(path, at + 1))
    if (!/[\w-]/.test(body[at + path.length] ?? '')) return true
  return false
}
