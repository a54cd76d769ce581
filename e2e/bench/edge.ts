import { fork } from 'node:child_process'
import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'

import type { Page } from '../support/bare-server'
import { type Load, load, pin } from '../support/load'
import { type Figure, median } from '../support/long-run'
import { startPress } from '../support/press'
import { type RunningServer, startServer } from '../support/server'
import { uncached } from './page'

/** How much more than a bare Node server a request may cost, by connections. */
const goals = [
  { connections: 1, most: 1.3 },
  { connections: 50, most: 1.2 },
  { connections: 500, most: 1.2 },
]

/** A kept page beside a bare Node server that sends the same bytes, and beside what Next's handler costs for it. */
export async function edge({ short }: { short: boolean }): Promise<Figure[]> {
  const [rounds, seconds] = short ? [1, 1] : [5, 3]
  const server = await startServer({ args: ['--demo'] })
  const press = startPress(server)
  const bare = fork('.build/bare.mjs')
  try {
    const story = await press.publish(await press.draft())
    const next = await uncached(server, press, short ? [20, 20] : [200, 200])
    const paths = short ? [story] : [story, '/', `/${story.split('/')[1]}`, '/feed.xml']
    const pages = Object.fromEntries(
      await Promise.all(paths.map(async (path) => [path, await asSent(server.baseUrl + path)] as const)),
    )
    bare.send(pages)
    const [port] = (await once(bare, 'message')) as [number]
    const other = { baseUrl: `http://127.0.0.1:${port}`, pid: bare.pid as number }
    pin(server.pid(), 0)
    pin(other.pid, 0)
    pin(process.pid, 1)
    const figures: Figure[] = []
    for (const path of paths)
      for (const { connections, most } of short ? goals.slice(1, 2) : goals) {
        const [ours, theirs] = await sideBySide(server, other, path, connections, rounds, seconds)
        const where = `${path === story ? 'story' : path} at ${connections} connections`
        figures.push(...compare(where, ours, theirs, most, short))
        if (path === story && connections === 50) figures.push(besideNext(ours, next, short))
      }
    return figures
  } finally {
    bare.disconnect()
    await press.close()
    await server.stop()
  }
}

async function sideBySide(
  server: RunningServer,
  bare: { baseUrl: string; pid: number },
  path: string,
  connections: number,
  rounds: number,
  seconds: number,
): Promise<[Load[], Load[]]> {
  const ours: Load[] = []
  const theirs: Load[] = []
  // One round more: the first is everybody's first work.
  for (let round = 0; round <= rounds; round += 1) {
    const one = await load(server.baseUrl + path, server.pid(), connections, seconds)
    const other = await load(bare.baseUrl + path, bare.pid, connections, seconds)
    if (round === 0) continue
    ours.push(one)
    theirs.push(other)
  }
  return [ours, theirs]
}

function compare(where: string, ours: Load[], theirs: Load[], most: number, short: boolean): Figure[] {
  const [cpu, bareCpu] = [middle(ours, 'cpu'), middle(theirs, 'cpu')]
  const [p99, bareP99] = [middle(ours, 'p99'), middle(theirs, 'p99')]
  return [
    atMostTimes(
      most,
      `${where}, CPU`,
      cpu / bareCpu,
      `${cpu.toFixed(1)} and ${bareCpu.toFixed(1)} µs a request`,
      short,
    ),
    atMostTimes(1.5, `${where}, p99`, p99 / bareP99, `${p99.toFixed(2)} and ${bareP99.toFixed(2)} ms`, short),
  ]
}

/** A short run is too noisy for its ratios to be held against anybody, but not for a page that was not kept. */
function atMostTimes(most: number, name: string, times: number, detail: string, short: boolean): Figure {
  return {
    name,
    value: `${times.toFixed(2)} × bare Node (${detail})`,
    goal: `≤ ${most} ×${short ? ', in a short run ≤ 10 ×' : ''}`,
    holds: times <= (short ? 10 : most),
  }
}

function besideNext(ours: Load[], next: number, short: boolean): Figure {
  const times = (next * 1000) / middle(ours, 'cpu')
  return {
    name: 'story, Next’s handler beside a kept copy',
    value: `${Math.round(times)} × (${next.toFixed(1)} ms CPU a page)`,
    goal: `≥ 100 ×${short ? ', in a short run ≥ 20 ×' : ''}`,
    holds: times >= (short ? 20 : 100),
  }
}

const middle = (loads: Load[], what: 'cpu' | 'p99') => median(loads.map((one) => one[what]))

/** A page as it goes over the wire to a reader who takes gzip. */
async function asSent(url: string): Promise<Page> {
  const req = get(url, { headers: { 'accept-encoding': 'gzip' } })
  const [res] = (await once(req, 'response')) as [IncomingMessage]
  const parts: Buffer[] = []
  for await (const part of res) parts.push(part as Buffer)
  const headers = ['content-type', 'content-encoding', 'content-length'].flatMap((name) => {
    const value = res.headers[name]
    return typeof value === 'string' ? [[name, value] as const] : []
  })
  return { body: Buffer.concat(parts).toString('base64'), headers: Object.fromEntries(headers) }
}
