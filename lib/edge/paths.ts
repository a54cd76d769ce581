import type { IncomingHttpHeaders } from 'node:http'

import { parseCursor, toCursor } from '#lib/site/cursor'
import { readSearch, searchPath } from '#lib/site/search-address'
import { reservedSlugs } from '#lib/story/slug'

/** Prefixes that are not readers' addresses: the newsroom, the API, links that let somebody in. */
const elsewhere = /^\/(desk|admin|api|sign-in|sign-out|welcome|account|set-password)(\/|$)/

/** Unpublished text by link. */
const privates = /^\/preview(\/|$)/

/** Files of pictures, films and sounds. */
const media = /^\/media\/./

/** First parts that are words of the site and lead somewhere below `/`. */
const places = /^\/(topics|bylines|series|archive)(\/|$)|^\/(search|corrections|thanks|saved|offline)\/?$/

/** Files of the site's own, made by routes. */
const documents =
  /^\/((corrections\/)?feed|sitemap|news-sitemap)\.xml$|^\/sitemaps\/[1-9]\d{0,4}\.xml$|^\/robots\.txt$|^\/manifest\.webmanifest$|^\/theme\/[0-9a-f]{12}\.css$/

/** What of `public/` readers may fetch: plain files, which Next serves. */
const files =
  /^\/fonts\/([\w-]+\.(woff2|txt)|letters\.css)$|^\/(favicon\.svg|icon-(192|512|mask)\.png|speculation-rules\.json)$|^\/(comforts|embeds|keep|keys|lightbox|look|save|share|shelf|sw|zoom)\.js$/

/** Files of the build, whose names are plain: what is read as another path by the next program is no file's. */
const built = /^\/_next\/static(?!.*\/\.{0,2}(\/|$))\/[\w.~/-]+$/

/**
 * What no page's address holds. Dots: `..` leads to the newsroom, `.rsc` and `.segments` to the framework's data, and
 * `.css` makes caches in between keep what they should not. The rest is read by one program as another would not.
 */
const strange = /[.%;?#\\\p{Cc}]|\/\/|^(?!\/)/u

/** Two slugs have at most 160 characters; each may be written in up to nine. */
const longest = 500

/** Lists that go on at `?before=`: sections, topics, people, corrections, a story's versions, a day of the archive. */
const lists =
  /^\/((topics|bylines)\/[^/.]+|(?!(topics|bylines|series|archive|search|thanks|saved|offline)\/?$)[^/.]+|[^/.]+\/[^/.]+\/versions|archive\/\d{4}\/\d\d\/\d\d)\/?$/

export type Kind = 'elsewhere' | 'private' | 'static' | 'media' | 'file' | 'document' | 'page' | 'missing'

/**
 * What an address is, by its path alone. Reserved words never reach `[place]`, and what only Next's own client asks
 * for is nobody's address.
 * @param path percent-decoded, without the query
 */
export function kindOf(path: string): Kind {
  if (path.startsWith('/_next/')) return built.test(path) ? 'static' : 'missing'
  if (elsewhere.test(path)) return 'elsewhere'
  if (privates.test(path)) return 'private'
  if (media.test(path)) return 'media'
  if (files.test(path)) return 'file'
  if (documents.test(path)) return 'document'
  if (path.length > longest || strange.test(path)) return 'missing'
  const first = path.split('/')[1] ?? ''
  return !places.test(path) && reservedSlugs.has(first) ? 'missing' : 'page'
}

/**
 * A path as it reads; an encoded slash stays encoded, as it is part of a name and parts nothing.
 * @returns undefined when its encoding is broken
 */
export function decodePath(path: string): string | undefined {
  if (!path.includes('%')) return path
  try {
    return decodeURIComponent(path.replace(/%2f/gi, '%252f'))
  } catch {
    return undefined
  }
}

/**
 * The one address of the page that is asked for: however the path is encoded, with those parameters alone that this
 * page reads, as it reads them, so that nobody can make endless copies of it.
 */
export function pageAddress(url: string): string {
  // Nearly all: nothing in it that could be written otherwise.
  if (/^[\w/-]*$/.test(url)) return url
  const [raw = '/', query = ''] = url.split(/\?(.*)/s)
  const path = (decodePath(raw) ?? raw).split('/').map(encodeURIComponent).join('/')
  return query ? withParameters(path, new URLSearchParams(query)) : path
}

function withParameters(path: string, asked: URLSearchParams): string {
  if (/^\/search\/?$/.test(path)) {
    const { words, page } = readSearch({ q: asked.get('q') ?? '', page: asked.get('page') ?? '' })
    return words ? searchPath(words, page).replace('/search', path) : path
  }
  const cursor = lists.test(path) ? parseCursor(asked.get('before') ?? '') : undefined
  return cursor ? `${path}?before=${toCursor({ publishedAt: cursor.at, place: cursor.place })}` : path
}

/**
 * Whether Next's own client asks, which no page of the site runs: whoever does wants what was made for no reader. Each
 * hit asks this, so each header is looked up by its name, without a list.
 */
export const isFrameworkRequest = (headers: IncomingHttpHeaders, url: string): boolean =>
  headers.rsc !== undefined ||
  headers['next-router-state-tree'] !== undefined ||
  headers['next-router-prefetch'] !== undefined ||
  headers['next-router-segment-prefetch'] !== undefined ||
  headers['next-hmr-refresh'] !== undefined ||
  headers['next-action'] !== undefined ||
  (url.includes('_rsc') && /[?&]_rsc(=|&|$)/.test(url))
