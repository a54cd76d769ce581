import { mediaFaults } from '#lib/checks/media'
import type { Known } from '#lib/media/known'
import { MOST_MEDIA, mediaBlocks, showsTooMuch } from '#lib/story/document/media-uses'
import { bodyText } from '#lib/story/document/text'
import { slugFault } from '#lib/story/slug'

import { type PageContent, shownBy } from './content'

/** What stands between readers and a page, and at which of its fields. */
export type PageProblem = { field: keyof PageContent; message: string }

/** What a page's checks must know besides what it says. */
export type About = {
  /** What has its address already, as a sentence begins. */
  holder: string | undefined
  /** What it shows of the library, by id. */
  library: ReadonlyMap<string, Known>
}

export function pageProblems(page: PageContent, { holder, library }: About, now: Date): PageProblem[] {
  const problems: PageProblem[] = []
  if (!page.title.trim()) problems.push({ field: 'title', message: 'It has no title.' })
  const fault = page.slug ? slugFault(page.slug) : 'It has no address.'
  if (fault) problems.push({ field: 'slug', message: fault })
  else if (holder) problems.push({ field: 'slug', message: `${holder} has the address /${page.slug}.` })
  if (page.language && !isLanguage(page.language))
    problems.push({ field: 'language', message: 'Not a language. Give a tag like cy or pt-BR.' })
  const shown = shownBy(page)
  const shows = mediaBlocks(page.body).length > 0 || page.body.content.some(({ type }) => type === 'embed')
  const inBody = (message: string) => problems.push({ field: 'body', message })
  if (!shows && !bodyText(page.body)) inBody('It has no text.')
  if (page.body.content.some((block) => block.type === 'gallery' && !block.content?.length))
    inBody('A gallery holds no picture.')
  if (showsTooMuch(shown)) inBody(`It shows more than ${MOST_MEDIA} pictures, films and sounds.`)
  for (const { level, message } of mediaFaults({ ...shown, library }, now)) if (level === 'must') inBody(message)
  return problems
}

/** Whether it is a tag in its usual spelling. */
function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag
  } catch {
    return false
  }
}
