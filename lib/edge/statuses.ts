import { rendering } from '#lib/site/context'
import { findFormer } from '#lib/site/queries/addresses'

import type { Handler } from './capture'
import { type Rendered, renderPage } from './render'

/** What a reader gets: a page with its status, or the address where it is now. */
export type Outcome = { status: number; page: Rendered } | { status: 301; to: string; keys: Set<string> }

/**
 * Renders an address and says with what status it is answered: 301 for what moved, 410 for what was withdrawn, 404 for
 * what is not there, each with a body that is visible without scripts (Next's own 404 is not).
 * @throws when Next fails
 */
export async function outcomeOf(next: Handler, address: string, host: string): Promise<Outcome> {
  const page = await renderPage(next, address, host)
  if (page.status >= 300 && page.status < 400)
    return { status: 301, to: String(page.headers.location), keys: page.render.keys }
  if (page.status !== 404) return { status: page.status, page }
  const path = address.split('?', 1)[0] as string
  const { answer: former, render } = await rendering(() => findFormer(decodeURIComponent(path)))
  for (const key of page.render.keys) render.keys.add(key)
  if (former?.state === 'moved') return { status: 301, to: former.to, keys: render.keys }
  return former ? withdrawn(next, path, host, render.keys) : missing(next, host, render.keys)
}

async function withdrawn(next: Handler, path: string, host: string, keys: Iterable<string>): Promise<Outcome> {
  const query = new URLSearchParams({ path: decodeURIComponent(path) })
  return { status: 410, page: withKeys(await renderPage(next, `/withdrawn?${query}`, host), keys) }
}

/** The page of an address where there is nothing. */
export async function missing(next: Handler, host: string, keys: Iterable<string> = []): Promise<Outcome> {
  return { status: 404, page: withKeys(await renderPage(next, '/missing', host), keys) }
}

function withKeys(page: Rendered, keys: Iterable<string>): Rendered {
  for (const key of keys) page.render.keys.add(key)
  return page
}
