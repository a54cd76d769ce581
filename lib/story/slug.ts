import slugify from '@sindresorhus/slugify'

const longest = 80

/** Words that stand for places of the site, the desk or the server; neither sections nor stories may be called so. */
export const reservedSlugs: ReadonlySet<string> = new Set(
  `account admin api archive authors bylines collab corrections desk favicon feed fonts health manifest media menu missing
  news-sitemap next offline page preview robots saved search series set-password sign-in sign-out sitemap sitemaps static tag tags
  thanks theme topic topics versions welcome well-known withdrawn`.split(/\s+/),
)

/**
 * A slug from a headline: lower-case words joined by hyphens, at most 80 characters, cut at a word.
 * @returns '' when the headline holds nothing to make one from
 */
export function slugFrom(headline: string): string {
  const slug = shorten(slugify(headline, { decamelize: false }))
  return reservedSlugs.has(slug) ? `${slug}-1` : slug
}

function shorten(slug: string, most = longest): string {
  if (slug.length <= most) return slug
  const cut = slug.lastIndexOf('-', most)
  return slug.slice(0, cut > 0 ? cut : most)
}

/** What is wrong with a slug that a person typed, as a sentence; undefined when nothing is. */
export function slugFault(slug: string): string | undefined {
  if (slug.length > longest) return `A slug has at most ${longest} characters.`
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) return 'A slug is made of lower-case letters, figures and single hyphens.'
  if (reservedSlugs.has(slug)) return `“${slug}” is an address of the site itself.`
  return undefined
}

/** The slug, or the first of slug-2, slug-3 … that is not taken. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug
  let number = 2
  while (taken.has(numbered(slug, number))) number += 1
  return numbered(slug, number)
}

/** The slug with a number behind it, no longer than a slug may be. */
export function numbered(slug: string, number: number): string {
  const end = `-${number}`
  return `${shorten(slug, longest - end.length)}${end}`
}

/**
 * The slug of a story whose slug follows its headline, before the server has been asked.
 * @param given what the server gave last; its number stays, where it is a number of this headline's slug
 */
export function slugAhead(headline: string, given: string): string {
  const slug = slugFrom(headline)
  return given.startsWith(`${slug}-`) && /^\d+$/.test(given.slice(slug.length + 1)) ? given : slug
}
