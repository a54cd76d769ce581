import { bodyText } from '#lib/story/document/text'
import { slugFault } from '#lib/story/slug'

import type { PageContent } from './content'

/** What stands between readers and a page, and at which of its fields. */
export type PageProblem = { field: keyof PageContent; message: string }

/** @param holder what has the page's address already, as a sentence begins */
export function pageProblems(page: PageContent, holder: string | undefined): PageProblem[] {
  const problems: PageProblem[] = []
  if (!page.title.trim()) problems.push({ field: 'title', message: 'It has no title.' })
  const fault = page.slug ? slugFault(page.slug) : 'It has no address.'
  if (fault) problems.push({ field: 'slug', message: fault })
  else if (holder) problems.push({ field: 'slug', message: `${holder} has the address /${page.slug}.` })
  if (page.language && !isLanguage(page.language))
    problems.push({ field: 'language', message: 'Not a language. Give a tag like cy or pt-BR.' })
  const shows = page.body.content.some(({ type }) => type === 'embed')
  if (!shows && !bodyText(page.body)) problems.push({ field: 'body', message: 'It has no text.' })
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
