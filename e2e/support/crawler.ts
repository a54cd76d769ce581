import { once } from 'node:events'
import { Agent, get, type IncomingMessage } from 'node:http'

/** Asks for each path once, over connections that stay open. @returns how often each status was answered */
export async function askAll(baseUrl: string, paths: string[], connections: number): Promise<Map<number, number>> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const statuses = new Map<number, number>()
  const rest = paths.values()
  async function work() {
    for (const path of rest) {
      const status = await statusOf(baseUrl + path, agent)
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
    }
  }
  await Promise.all(Array.from({ length: connections }, work))
  agent.destroy()
  return statuses
}

/** Fronts, lists and the paper's own pages, and the further pages of each. */
const lists = /^\/(?:(?:topics|bylines|archive|series)(?:\/[\w/-]+)?|[a-z-]+)?(?:\?before=[^"]+)?$/

/** Finds so many pages that are no stories, by the links in those before, as a robot does. */
export async function findLists(baseUrl: string, most: number): Promise<string[]> {
  const found = new Set(['/', '/topics', '/archive', '/series/down-the-wend'])
  for (const path of found) {
    if (found.size >= most) break
    const html = await (await fetch(baseUrl + path)).text()
    for (const [, link = ''] of html.matchAll(/ href="([^"]+)"/g))
      if (lists.test(link)) found.add(link.replaceAll('&amp;', '&'))
  }
  return [...found].slice(0, most)
}

async function statusOf(url: string, agent: Agent): Promise<number> {
  const req = get(url, { agent, headers: { 'accept-encoding': 'br, gzip' } })
  const [res] = (await once(req, 'response')) as [IncomingMessage]
  const ended = once(res, 'end')
  res.resume()
  await ended
  return res.statusCode ?? 0
}
