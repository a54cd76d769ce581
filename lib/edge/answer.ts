import type { IncomingMessage, ServerResponse } from 'node:http'
import { db } from '#lib/db/client'
import { engine } from '#lib/db/columns'
import { within } from '#lib/deadline'
import { log } from '#lib/log'
import { head } from '#lib/publication/head'
import { lastSeq } from '#lib/publication/queries'
import { findFormer } from '#lib/site/queries/addresses'

import type { Copy } from './copy'
import { makeFreshness } from './freshness'
import { type MakeOptions, makeMaker } from './make'
import { type MediaOptions, makeMedia } from './media'
import { decodePath, isFrameworkRequest, kindOf, pageAddress } from './paths'
import { makePrivate, type PrivateOptions } from './private'
import { makeRenderOnce } from './render-once'
import { gone, refuse, send, sorry } from './send'
import { type Counters, makeStore } from './store'

export type EdgeOptions = Omit<MakeOptions, 'host'> & {
  /** Where files of the library come from. */
  media: PrivateOptions['media'] & Pick<MediaOptions, 'cards'>
  /** The paper's own address. */
  baseUrl: string
  /** Bytes that finished pages may take in memory. */
  bytes: number
  /** Says on each answer whether it was kept (`x-stet-cache`). */
  says: boolean
  /** Whether a private link's token opens anything now. */
  mayOpen: (token: string) => Promise<boolean>
  /** Who may look at which draft. */
  drafts: PrivateOptions['drafts']
  /** Looks of the paper that are tried, for who may choose them. */
  looks: PrivateOptions['looks']
  /** Milliseconds until a page that is not there yet is given up. */
  deadline?: number
}

export type Edge = {
  /** Answers what is kept and still true, before anything else is looked at; false: ask `answer`. */
  hit(req: IncomingMessage, res: ServerResponse): boolean
  /** Answers readers; false when the address is not one of theirs and somebody else must answer. */
  answer(req: IncomingMessage, res: ServerResponse): Promise<boolean>
  counters(): Counters & { hits: number; misses: number; renders: number }
}

/** Where the page of an address that holds nothing is kept: no request can name it. */
const missing = ' missing'

const none: string[] = []
const hitting = ['x-stet-cache', 'hit']

/** Renders at once, as each takes memory: SQLite answers none sooner for more; PostgreSQL may keep some waiting. */
const MOST = engine === 'postgres' ? 32 : 8

/** Follow the publication log (`followLog`) before, and bring the database up to date. */
export function makeEdge({
  baseUrl,
  bytes,
  says,
  mayOpen,
  drafts,
  looks,
  media,
  deadline = 10_000,
  ...options
}: EdgeOptions): Edge {
  const { dev } = options
  const { host, hostname } = new URL(baseUrl)
  // By this machine's other name a request is sent on, which the rules of the server do.
  const named = ['localhost', '127.0.0.1'].includes(hostname)
  const maker = makeMaker({ ...options, host })
  const answerPrivate = makePrivate({ ...options, host, media, mayOpen, drafts, looks, deadline })
  const answerMedia = makeMedia({ ...options, ...media })
  const store = makeStore<Copy>({ bytes })
  const freshness = makeFreshness((keys) => (keys ? store.evict(keys) : store.clear()), head())
  const counts = { hits: 0, misses: 0, renders: 0 }

  const limits = { most: MOST, patience: deadline }
  const rendered = {
    ...limits,
    head,
    position: () => within(deadline, lastSeq(db), 'The publication log'),
    render: (address: string, position: number) => within(deadline, render(address, position), address),
  }
  const ask = makeRenderOnce<Copy>(rendered)
  /** In no queue with those who wait for it: they would hold all its places. */
  const askMissing = makeRenderOnce<Copy>(rendered)
  async function render(address: string, position: number): Promise<Copy> {
    counts.renders += 1
    const copy =
      address === missing ? await maker.makeMissing() : await maker.makePage(address, () => nothing(position))
    await freshness.catchUp(position)
    if (!freshness.hasChangedSince(position, copy.keys)) keep(address, copy)
    return copy
  }

  /** Files stand whatever is published. */
  const askFile = makeRenderOnce<Copy>({
    ...limits,
    head: () => 0,
    position: async () => 0,
    render: async (path) => {
      const copy = await within(deadline, maker.makeFile(path, kindOf(path) === 'static' ? 'static' : 'file'), path)
      keep(path, copy)
      return copy
    },
  })

  /** The page of an address that holds nothing, at least as new as what is made with it. */
  async function nothing(position: number): Promise<Copy> {
    await catchUp(position)
    return kept(missing) ?? askMissing(missing, position)
  }

  function keep(address: string, copy: Copy) {
    if (!dev) store.put(address, copy)
  }

  const kept = (address: string, now = Date.now()) => store.get(address, now)

  const catchUp = (least?: number) => within(deadline, freshness.catchUp(least), 'The publication log')

  /** @param now in ms, when the server has said nothing yet of this answer */
  function tell(req: IncomingMessage, res: ServerResponse, copy: Copy, isHit: boolean, now?: number): true {
    counts[isHit ? 'hits' : 'misses'] += 1
    // Nobody waits for it any more, or the server has refused what was sent with the request.
    if (res.headersSent) return true
    if (says) send(req, res, copy, isHit ? hitting : none)
    else send(req, res, copy, none, now)
    return true
  }

  async function file(req: IncomingMessage, res: ServerResponse, path: string) {
    const copy = kept(path)
    return copy ? tell(req, res, copy, true) : tell(req, res, await askFile(path), false)
  }

  async function page(req: IncomingMessage, res: ServerResponse, address: string) {
    await catchUp()
    const copy = kept(address)
    if (copy) return tell(req, res, copy, true)
    // A deadline for all of it: what waits for a render that waits for another may take twice as long.
    const made = address === missing ? askMissing(address) : ask(address)
    return tell(req, res, await within(deadline, made, address), false)
  }

  /** What can be said without Next: a withdrawn story must not look as if it came back. */
  async function withoutNext(res: ServerResponse, path: string): Promise<true> {
    const former = await within(1000, findFormer(path), path).catch(() => undefined)
    if (res.headersSent) return true
    if (former?.state === 'gone') gone(res)
    else sorry(res)
    return true
  }

  return {
    hit(req, res) {
      const url = req.url ?? '/'
      if (req.method !== 'GET' && req.method !== 'HEAD') return false
      if ((named && req.headers.host !== host) || isFrameworkRequest(req.headers, url)) return false
      const now = Date.now()
      const copy = freshness.isCurrent() ? kept(url, now) : undefined
      return copy !== undefined && tell(req, res, copy, true, now)
    },

    async answer(req, res) {
      const url = req.url ?? '/'
      const path = decodePath(url.split('?', 1)[0] as string)
      if (path === undefined) return refuse(res, 400)
      // Decoded, or `/%64esk` would reach the desk by the readers' door.
      const kind = kindOf(path)
      if (kind === 'elsewhere' || (dev && path.startsWith('/_next/'))) return false
      if (says && kind !== 'private') res.setHeader('x-stet-cache', 'miss')
      if (req.method !== 'GET' && req.method !== 'HEAD') return refuse(res, 405)
      if (isFrameworkRequest(req.headers, url)) return refuse(res, 404)
      if (kind === 'private') return answerPrivate(req, res, path)
      if (kind === 'media') return answerMedia(req, res, path)
      try {
        if (kind === 'static' || kind === 'file') return await file(req, res, path)
        return await page(req, res, kind === 'missing' ? missing : pageAddress(url))
      } catch (error) {
        log.error({ err: error, path }, 'a page failed')
        return withoutNext(res, path)
      }
    },

    counters: () => ({ ...counts, ...store.counters() }),
  }
}
