import { addressWords } from '#lib/site/address-words'
import { rendering } from '#lib/site/context'
import { findFormer } from '#lib/site/queries/addresses'
import { findNearest } from '#lib/site/queries/nearest'

import type { Handler } from './capture'
import { type Rendered, renderPage } from './render-page'

/** What stands at an address: a page with its status, the address where it is now, or nothing. */
export type Outcome =
  | { status: number; page: Rendered }
  | { status: 301; to: string; keys: Set<string> }
  | { status: 404; keys: Set<string> }

export type Asking = {
  next: Handler
  /** The paper's own. */
  host: string
  /** Whether a page may stand at a path; where none may, none is rendered. */
  mayStand: (path: string) => Promise<boolean>
}

/**
 * Renders an address and says with what status it is answered: 301 for what moved, 410 for what was withdrawn, 404 for
 * what is not there (Next's own 404 has no body that is visible without scripts).
 * @throws when Next fails
 */
export async function outcomeOf(asking: Asking, address: string, isAgain = false): Promise<Outcome> {
  const { next, host, mayStand } = asking
  const path = decodeURIComponent(address.split('?', 1)[0] as string)
  const looked = await rendering(() => mayStand(path))
  const page = looked.answer ? await renderPage(next, address, host) : undefined
  if (page && page.status >= 300 && page.status < 400)
    return { status: 301, to: String(page.headers.location), keys: page.render.keys }
  if (page && page.status !== 404) return { status: page.status, page }
  const { answer: former, render } = await rendering(() => findFormer(path))
  for (const key of (page ?? looked).render.keys) render.keys.add(key)
  if (!former) {
    const near = await nearPage(asking, path, render.keys)
    return near ? { status: 404, page: near } : { status: 404, keys: render.keys }
  }
  const again = () => {
    if (isAgain) throw new Error('It came and went while it was rendered.')
    return outcomeOf(asking, address, true)
  }
  // What leads to itself was put there in between.
  if (former.state === 'moved') return former.to === path ? again() : { status: 301, to: former.to, keys: render.keys }
  const withdrawn = await renderPage(next, `/withdrawn?${new URLSearchParams({ path })}`, host)
  if (withdrawn.status === 404) return again()
  for (const key of render.keys) withdrawn.render.keys.add(key)
  return { status: 410, page: withdrawn }
}

/**
 * The page of an address that holds nothing, but whose words stories have. It is looked for first, which costs little: of
 * addresses that mean nothing there is no end, and they share one page.
 */
async function nearPage({ next, host }: Asking, path: string, keys: Set<string>): Promise<Rendered | undefined> {
  const words = addressWords(path)
  const near = await rendering(() => findNearest(words))
  for (const key of near.render.keys) keys.add(key)
  if (!near.answer.length) return undefined
  const page = await renderPage(next, `/missing?${new URLSearchParams({ q: words })}`, host)
  for (const key of keys) page.render.keys.add(key)
  return page
}
