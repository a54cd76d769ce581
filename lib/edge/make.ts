import { log } from '#lib/log'

import { capture, type Handler } from './capture'
import { compressAll } from './compress'
import { type Copy, type Said, toCopy } from './copy'
import { fileControl, pageControl, sitePolicy } from './headers'
import { type Rendered, renderPage } from './render'
import { outcomeOf } from './statuses'
import { stripPage, Unfinished } from './strip'

export type MakeOptions = {
  next: Handler
  /** The paper's own host. */
  host: string
  /** Headers of every answer. */
  common: Readonly<Record<string, string>>
  /** Seconds for which a CDN need not ask whether a page still stands. */
  shared: number
  /** Next's scripts stay, as it needs them to reload pages, and so does what they need. */
  dev: boolean
}

/** A finished answer, and whether it may be kept. */
export type Made = { copy: Copy; keep: boolean }

const forever = { keys: new Set<string>(), until: Number.POSITIVE_INFINITY }

/** Makes the finished answers that readers get. */
export function makeMaker({ next, host, common, shared, dev }: MakeOptions) {
  const cacheControl = pageControl(shared)

  /**
   * @param missing finds the page of an address that holds nothing: one for all of them
   * @throws when Next fails
   */
  async function makePage(address: string, missing: () => Promise<Copy>): Promise<Made> {
    const outcome = await outcomeOf(next, address, host)
    if ('to' in outcome) return { copy: redirect(outcome.to, outcome.keys), keep: true }
    if ('page' in outcome) return finish(outcome.status, outcome.page)
    const { keys, ...page } = await missing()
    return { copy: { ...page, keys: new Set([...keys, ...outcome.keys]) }, keep: true }
  }

  /** The page of an address that holds nothing. */
  const makeMissing = async () => finish(404, await renderPage(next, '/missing', host))

  async function finish(status: number, page: Rendered): Promise<Made> {
    if (status >= 500) throw new Error(`Next answered ${status}.`)
    const type = String(page.headers['content-type'] ?? 'text/html; charset=utf-8')
    const isPage = type.startsWith('text/html') && !dev
    const html = isPage ? stripped(page) : page.body
    const bodies = await compressAll(html ?? page.body, type)
    const policy = isPage ? sitePolicy : undefined
    const copy = toCopy({ status, type, cacheControl, policy }, bodies, page.render, common)
    return { copy, keep: html !== undefined && page.render.keys.size > 0 && !page.headers['set-cookie'] }
  }

  function redirect(location: string, keys: Set<string>): Copy {
    const said: Said = { status: 301, type: 'text/plain; charset=utf-8', cacheControl, location }
    return toCopy(said, { identity: Buffer.alloc(0) }, { ...forever, keys }, common)
  }

  /** A file of the build or of `public/`: it stands as long as this process. */
  async function makeFile(path: string, kind: 'static' | 'file'): Promise<Made> {
    const { status, headers, body } = await capture(next, path, host)
    if (status !== 200) return { copy: absent(), keep: false }
    const said = { status, type: String(headers['content-type']), cacheControl: fileControl(kind) }
    return { copy: toCopy(said, await compressAll(body, said.type), forever, common), keep: true }
  }

  function absent(): Copy {
    const said = { status: 404, type: 'text/plain; charset=utf-8', cacheControl: 'no-store' }
    return toCopy(said, { identity: Buffer.from('There is nothing here.\n') }, forever, common)
  }

  return { makePage, makeMissing, makeFile }
}

/** The page without what only scripts need; undefined for one that is not whole without them: a defect of the page. */
function stripped(page: Rendered): Buffer | undefined {
  try {
    return Buffer.from(stripPage(page.body.toString()))
  } catch (error) {
    if (!(error instanceof Unfinished)) throw error
    log.error({ found: error.found }, 'a page hides something from readers without scripts')
    return undefined
  }
}
