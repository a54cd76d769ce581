import { log } from '#lib/log'

import { noteSheets } from '#lib/site/theme/sheets'

import { capture } from './capture'
import { compressAll } from './compress'
import { type Copy, type Said, toCopy } from './copy'
import { fileControl, pageControl, policyWith, rulesPath, rulesType } from './headers'
import { withLetters } from './letters'
import { type Rendered, renderPage } from './render-page'
import { type Asking, outcomeOf } from './statuses'
import { steady } from './steady'
import { stripPage, Unfinished } from './strip'

export type MakeOptions = Asking & {
  /** Headers of every answer. */
  common: Readonly<Record<string, string>>
  /** Seconds for which a CDN need not ask whether a page still stands. */
  shared: number
  /** Next's scripts stay, as it needs them to reload pages, and so does what they need. */
  dev: boolean
}

/** Of a path, but for the home page's. */
const lastSlash = /(?<=.)\/(?=\?|$)/

/** Its name says what is in it. */
const isTheme = /^\/theme\//

/** Bytes in which a page's head ends. */
const headEnds = 8192

const forever = { keys: new Set<string>(), until: Number.POSITIVE_INFINITY }

/** Makes the finished answers that readers get. */
export function makeMaker({ common, shared, dev, ...asking }: MakeOptions) {
  const { next, host } = asking
  const cacheControl = pageControl(shared)

  /**
   * @param missing finds the page of an address that holds nothing: one for all of them
   * @throws when Next fails
   */
  async function makePage(address: string, missing: () => Promise<Copy>): Promise<Copy> {
    // Not kept, as it costs nothing.
    if (lastSlash.test(address)) return redirect(address.replace(lastSlash, ''), new Set())
    const outcome = await outcomeOf(asking, address)
    if ('to' in outcome) return redirect(outcome.to, outcome.keys)
    if ('page' in outcome) return finish(address, outcome.status, outcome.page)
    const { keys, ...page } = await missing()
    return { ...page, keys: new Set([...keys, ...outcome.keys]) }
  }

  /** The page of an address that holds nothing. */
  const makeMissing = async () => finish('/missing', 404, await renderPage(next, '/missing', host))

  async function finish(address: string, status: number, page: Rendered): Promise<Copy> {
    if (status >= 500) throw new Error(`Next answered ${status}.`)
    const type = String(page.headers['content-type'] ?? 'text/html; charset=utf-8')
    const isPage = type.startsWith('text/html') && !dev
    const html = isPage ? stripped(address, page) : page.body
    if (html) noteSheets(html.toString('utf8', 0, headEnds))
    const bodies = await compressAll(html ?? page.body, type)
    const { keys, until, frames } = page.render
    const policy = isPage ? policyWith(frames) : undefined
    const mayBeKept = html !== undefined && keys.size > 0 && !page.headers['set-cookie']
    const kept = status === 200 && isTheme.test(address)
    const control = kept ? fileControl('static') : cacheControl
    return toCopy(
      { status, type, cacheControl: control, policy },
      bodies,
      { keys, until: mayBeKept ? until : 0 },
      common,
    )
  }

  /** One that was made of nothing is not kept, as nothing would ever take it out. */
  function redirect(location: string, keys: Set<string>): Copy {
    const said: Said = { status: 301, type: 'text/plain; charset=utf-8', cacheControl, location }
    return toCopy(said, { identity: Buffer.alloc(0) }, { keys, until: keys.size ? forever.until : 0 }, common)
  }

  /** A file of the build or of `public/`: it stands as long as this process. A page is none, whatever its address. */
  async function makeFile(path: string, kind: 'static' | 'file'): Promise<Copy> {
    const { status, headers, body } = await capture(next, path, host)
    const type = path === rulesPath ? rulesType : String(headers['content-type'])
    if (status !== 200 || headers['set-cookie'] || type.startsWith('text/html')) return absent()
    const bodies = await compressAll(body, type, true)
    return toCopy({ status, type, cacheControl: fileControl(kind) }, bodies, forever, common)
  }

  function absent(): Copy {
    const said = { status: 404, type: 'text/plain; charset=utf-8', cacheControl: 'no-store' }
    return toCopy(said, { identity: Buffer.from('There is nothing here.\n') }, { ...forever, until: 0 }, common)
  }

  return { makePage, makeMissing, makeFile }
}

/**
 * The page without what only scripts need; undefined for one that is not whole without them: a defect of the page.
 * @param ours whether our own scripts stay
 */
export function stripped(address: string, page: Rendered, ours = true): Buffer | undefined {
  try {
    return Buffer.from(steady(withLetters(stripPage(page.body.toString(), ours))))
  } catch (error) {
    if (!(error instanceof Unfinished)) throw error
    log.error({ address, found: error.found }, 'a page hides something from readers without scripts')
    return undefined
  }
}
