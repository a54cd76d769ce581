import { reservedSlugs } from '#lib/story/slug'

/** Prefixes that are not readers' addresses: the newsroom, the API, private links. */
const elsewhere = /^\/(desk|admin|api|preview|sign-in|sign-out|welcome|account|set-password)(\/|$)/

/** First parts that are words of the site and lead somewhere below `/`. */
const places = /^\/(topics|bylines|sitemaps)(\/|$)|^\/search$/

/** Files of the site's own, made by routes. */
const documents = /^\/(feed|sitemap|news-sitemap)\.xml$|^\/robots\.txt$/

/** What of `public/` readers may fetch: plain files, which Next serves. */
const files = /^\/fonts\/[\w-]+\.(woff2|txt)$|^\/favicon\.svg$/

export type Kind = 'elsewhere' | 'static' | 'file' | 'document' | 'page' | 'missing'

/**
 * What an address is, by its path alone. Reserved words never reach `[place]`, and what only Next's own client asks
 * for is nobody's address.
 * @param path percent-decoded, without the query
 */
export function kindOf(path: string): Kind {
  if (path.startsWith('/_next/')) return /^\/_next\/static\/(?!.*\.\.)/.test(path) ? 'static' : 'missing'
  if (elsewhere.test(path)) return 'elsewhere'
  if (files.test(path)) return 'file'
  if (documents.test(path)) return 'document'
  if (/\.rsc$|\.segments\//.test(path) || /[\\\0]|\/\//.test(path)) return 'missing'
  const first = path.split('/')[1] ?? ''
  return !places.test(path) && reservedSlugs.has(first) ? 'missing' : 'page'
}

/** Parameters that pages know; others are dropped, so that they cannot make endless copies of a page. */
const known = ['before', 'page', 'q']

/** Path and known parameters, in one order, each once. */
export function addressOf(url: string): string {
  const [path = '/', query = ''] = url.split('#', 1)[0]?.split(/\?(.*)/s) ?? []
  const asked = new URLSearchParams(query)
  const kept = new URLSearchParams(known.flatMap((name) => (asked.has(name) ? [[name, asked.get(name) ?? '']] : [])))
  return kept.size ? `${path}?${kept}` : path
}
