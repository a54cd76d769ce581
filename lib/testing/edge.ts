import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { db } from '#lib/db/client'
import type { Edge, EdgeOptions } from '#lib/edge/answer'
import type { Handler } from '#lib/edge/capture'
import { moveHead } from '#lib/publication/head'
import { lastSeq } from '#lib/publication/queries'
import { publications } from '#lib/publication/tables'
import { record, showsFrames } from '#lib/site/context'

import { when } from './newsroom'

type Page = { says: string; status?: number; keys?: string[]; frames?: string[]; headers?: Record<string, string> }

/** What Next has at each address, and what it was asked for; `before` may hold a render up, or break it. */
export type Stage = { pages: Record<string, Page>; asked: string[]; before: (path: string) => Promise<void> }

/** The home page and the pages of the edge's own. */
export const aStage = (): Stage => ({
  pages: {
    '/': { says: '<h1>Home</h1>', keys: ['latest:', 'settings:'] },
    '/missing': { says: '<h1>Nothing here</h1>', keys: ['settings:'] },
    '/withdrawn': { says: '<h1>Taken down: {path}</h1>', keys: ['settings:'] },
  },
  asked: [],
  before: async () => {},
})

/** Next as the edge meets it: its own 404 has no body that a reader could see. */
export const stagedNext =
  (stage: () => Stage): Handler =>
  async (req, res) => {
    const { pages, asked, before } = stage()
    const url = new URL(req.url ?? '', 'http://x')
    asked.push(`${req.method} ${url.pathname}${url.search}`)
    const page = pages[url.pathname]
    record(page?.keys ?? [`path:${url.pathname}`])
    showsFrames(page?.frames ?? [])
    const says = page?.says.replace('{path}', url.searchParams.get('path') ?? '')
    await before(url.pathname)
    const type = 'text/html; charset=utf-8'
    res.writeHead(page ? (page.status ?? 200) : 404, {
      'Content-Type': type,
      Vary: 'rsc',
      'X-Powered-By': 'it',
      ...page?.headers,
    })
    res.end(page ? `<html><body>${says}<script src="/_next/x.js"></script></body></html>` : '<div hidden></div>')
  }

/** A library without files. */
export const noMedia: EdgeOptions['media'] = {
  store: () => {
    throw new Error('There is no store.')
  },
  renditions: () => {
    throw new Error('There is nothing to make.')
  },
  cards: () => {
    throw new Error('There is nothing to draw.')
  },
  findPrivate: async () => undefined,
}

/** An edge that nobody sees drafts of fronts and pages by, nor looks. */
export const noDrafts: Pick<EdgeOptions, 'drafts' | 'looks'> = {
  drafts: {
    fronts: { mayLook: async () => false, findFile: async () => undefined },
    pages: { mayLook: async () => false, findFile: async () => undefined },
  },
  looks: { find: async () => undefined, findFile: async () => undefined },
}

/** What an edge is made with; it says whether an answer was kept, and gives a page up after half a second. */
export const edgeOptions: Omit<EdgeOptions, 'next'> = {
  // As the site does where there is no page's row.
  mayStand: async (path) => !path.startsWith('/nowhere'),
  mayOpen: async () => false,
  ...noDrafts,
  media: noMedia,
  baseUrl: 'https://paper.example',
  dev: false,
  common: { 'X-Content-Type-Options': 'nosniff' },
  shared: 0,
  bytes: 10_000_000,
  says: true,
  deadline: 500,
}

/** An edge on a port of its own; what is not for it to answer is a 418. */
export async function serveEdge(edge: Edge) {
  const server = createServer(async (req, res) => {
    if (!edge.hit(req, res) && !(await edge.answer(req, res))) res.writeHead(418).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  /** Status, whether it was kept, and the headline of what a reader gets. */
  const said = async (path: string) => {
    const answer = await fetch(base + path, { redirect: 'manual' })
    return [answer.status, answer.headers.get('x-stet-cache'), /<h1>(.*)<\/h1>/.exec(await answer.text())?.[1]]
  }
  return { base, said, close: () => server.close() }
}

/** Something that readers see is committed. @returns its place in the log */
export const commitAct = (keys: string[]) =>
  db.write(async (tx) => {
    const seq = (await lastSeq(tx)) + 1
    await tx.insert(publications).values({ seq, act: 'publish', kind: 'story', subject: 's', at: when, keys })
    db.afterCommit(() => moveHead(seq))
    return seq
  })

/** Lets what is under way go on. */
export const turn = () => new Promise<void>((resolve) => setTimeout(resolve, 5))
