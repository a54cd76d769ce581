import type { IncomingMessage, ServerResponse } from 'node:http'

import pLimit from 'p-limit'

import { within } from '#lib/deadline'
import { log } from '#lib/log'
import type { Look } from '#lib/site/context'
import { stylesheet } from '#lib/site/theme/stylesheet'

import { policyWith } from './headers'
import { type MakeOptions, stripped } from './make'
import type { MediaOptions } from './media'
import { pageAddress } from './paths'
import { framed, type PrivateDrafts, readDraftAddress } from './private-draft'
import { type FindPrivateFile, makePrivateFiles } from './private-file'
import { type LookAddress, type PrivateLooks, readLookAddress, sheetAddress } from './private-look'
import { type Rendered, renderPage } from './render-page'
import { closed, sorry } from './send'

export type PrivateOptions = Pick<MakeOptions, 'next' | 'host' | 'dev' | 'common'> & {
  media: Pick<MediaOptions, 'store' | 'renditions'> & { findPrivate: FindPrivateFile }
  /** Whether a link's token opens anything now. */
  mayOpen: (token: string) => Promise<boolean>
  drafts: Record<'fronts' | 'pages', PrivateDrafts>
  looks: PrivateLooks
  deadline: number
}

/** Renders at once: those with a link are few. */
const MOST = 4

/** Of the page's own parameters the one that it reads. */
const said = /[?&]said=(approval|comment)(&|$)/

/**
 * Answers the pages of private links, drafts of fronts and pages, and looks that are tried: made as readers' pages are, and
 * never kept. Whatever opens nothing gets one and the same answer. The token is nowhere in the log.
 */
export function makePrivate({ next, host, dev, common, media, mayOpen, drafts, looks, deadline }: PrivateOptions) {
  const answerFile = makePrivateFiles({ ...media, common, headers: privately })
  const inTurn = pLimit(MOST)
  async function page(req: IncomingMessage, res: ServerResponse, path: string): Promise<void> {
    const token = /^\/preview\/([\w-]+)$/.exec(path)?.[1]
    if (!token || !(await within(deadline, mayOpen(token), 'A link'))) return closed(res)
    const [, what] = said.exec(req.url ?? '') ?? []
    const address = what ? `${path}?said=${what}` : path
    const made = await make(address)
    // In dev, pages have the framework's scripts.
    if (made) sendPage(req, res, made, dev ? {} : { 'Content-Security-Policy': policyWith(made.render.frames) })
    else closed(res)
  }
  /** What somebody makes at the desk, as their cookies tell. */
  async function draft(req: IncomingMessage, res: ServerResponse, { of, id }: { of: keyof typeof drafts; id: string }) {
    const { cookie } = req.headers
    if (!(await within(deadline, drafts[of].mayLook(cookie, id), 'Who looks'))) return closed(res)
    const made = await make(`/preview/${of}/${id}`, cookie)
    if (made) sendFramed(req, res, made)
    else closed(res)
  }
  /** A page of the site as it would look, or what that takes. */
  async function look(req: IncomingMessage, res: ServerResponse, of: LookAddress): Promise<unknown> {
    const { cookie } = req.headers
    if ('file' in of) return answerFile(req, res, (...asked) => looks.findFile(cookie, ...asked), of.file)
    const found = await within(deadline, looks.find(cookie, of.token), 'Who looks')
    if (!found) return closed(res)
    if (of.page === undefined) return send(req, res, 'text/css', Buffer.from(stylesheet(found.theme)))
    const tried = { ...found, scheme: of.scheme, sheet: sheetAddress(of.token) }
    const made = await make(pageAddress(of.page), undefined, tried)
    if (made) sendFramed(req, res, made)
    else closed(res)
  }
  /** @returns nothing where it is shown to nobody by now */
  async function make(address: string, cookie?: string, look?: Look): Promise<Rendered | undefined> {
    const made = await inTurn(() => within(deadline, renderPage(next, address, host, cookie, look), 'A private page'))
    // What moved is none that is shown here.
    if (made.status >= 500) throw new Error(`Next answered ${made.status}.`)
    return made.status === 200 ? made : undefined
  }
  /** For the desk's frame, which runs no script: it carries none. */
  const sendFramed = (req: IncomingMessage, res: ServerResponse, made: Rendered) =>
    sendPage(req, res, made, framed(dev, made.render.frames), false)
  function sendPage(req: IncomingMessage, res: ServerResponse, made: Rendered, policy = {}, ours = true) {
    const html = (dev ? undefined : stripped('a private page', made, ours)) ?? made.body
    send(req, res, 'text/html', html, policy)
  }
  function send(req: IncomingMessage, res: ServerResponse, type: string, body: Buffer, policy = {}) {
    res.writeHead(200, {
      ...privately,
      ...policy,
      'Content-Type': `${type}; charset=utf-8`,
      'Content-Length': String(body.length),
    })
    res.end(req.method === 'HEAD' ? undefined : body)
  }
  return async (req: IncomingMessage, res: ServerResponse, path: string): Promise<true> => {
    const [, token, file] = /^\/preview\/([\w-]{43})\/media\/(.+)$/.exec(path) ?? []
    if (token && file) {
      await answerFile(req, res, (...asked) => media.findPrivate(token, ...asked), file)
      return true
    }
    const asked = readDraftAddress(path)
    if (asked?.file) {
      const { findFile } = drafts[asked.of]
      await answerFile(req, res, (...file) => findFile(req.headers.cookie, asked.id, ...file), asked.file)
      return true
    }
    const tried = readLookAddress(path)
    try {
      if (asked) await draft(req, res, asked)
      else if (tried) await look(req, res, tried)
      else await page(req, res, path)
    } catch (error) {
      log.error({ err: error }, 'a private page failed')
      if (!res.headersSent) sorry(res)
    }
    return true
  }
}

/** Kept nowhere, listed nowhere, and told to no other site. */
export const privately = {
  'Cache-Control': 'no-store',
  'X-Robots-Tag': 'noindex, nofollow',
  'Referrer-Policy': 'same-origin',
}
