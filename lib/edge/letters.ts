import { filesFor } from '#lib/site/theme/letters'

/** Letters that a further file could be for, or italics: most pages have neither. */
const further = /[\u0100-\u0151\u0154-\u1fff\u20ab-\u2116]|<em>/
const face = /<link rel="preload" href="([^"]+)" as="font"[^>]*>/g
const hidden = /<(script|style)\b.*?<\/\1>/gs
const headline = /<h[1-3]\b[^>]*>(.*?)<\/h[1-3]>/gs
const slanted = /<em>(.*?)<\/em>/gs
const tag = /<[^>]*>/g

/** The rules of all further files but the italic's first, which only pages that need one take along. */
const rules = '<link rel="stylesheet" href="/fonts/letters.css"/>'
const isRuled = (file: string) => file !== '/fonts/stet-text-italic.woff2'

/**
 * Preloads what a page's faces need besides the two that each page has: for italics, and for letters beyond those of western
 * Europe. Which those are is known when the page is finished, and not when its head is begun.
 */
export function withLetters(html: string): string {
  const at = html.indexOf('<body')
  if (at < 0 || !further.test(html)) return html
  const faces = [...html.slice(0, at).matchAll(face)]
  const body = html.slice(at).replace(hidden, '')
  const rest = body.replace(headline, '')
  const files = filesFor(
    faces.flatMap(([, href]) => href ?? []),
    { headlines: inside(body, headline), italics: inside(rest, slanted), text: bare(rest.replace(slanted, '')) },
  )
  const [first] = faces
  if (!first || files.length === 0) return html
  const links = files.map((file) => first[0].replace(first[1] ?? '', file)).join('')
  const sheet = files.some(isRuled) ? rules : ''
  return html.slice(0, first.index) + sheet + links + html.slice(first.index)
}

const bare = (html: string) => html.replace(tag, '')

const inside = (html: string, element: RegExp) =>
  bare([...html.matchAll(element)].map(([, within]) => within).join(' '))
