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

type Case = { path: string; where: string; connections: number; most: number; ours: Load[]; theirs: Load[] }

/**
 * A kept page beside a bare Node server that sends the same bytes, head and body, and beside what Next's handler costs
 * for it. Both are begun anew for each round, as two runs of one program may differ by a tenth.
 */
export async function edge({ short }: { short: boolean }): Promise<Figure[]> {
  const [rounds, seconds] = short ? [1, 1] : [5, 3]
  const server = await startServer({ demo: true })
  const press = startPress(server)
  try {
    const story = await press.publish(await press.draft())
    const next = await uncached(server, press, short ? [20, 20] : [200, 200])
    const paths = short ? [story] : [story, '/', `/${story.split('/')[1]}`, '/feed.xml']
    const cases = paths.flatMap((path) =>
      (short ? goals.slice(1, 2) : goals).map((goal): Case => {
        return { ...goal, path, where: path === story ? 'story' : path, ours: [], theirs: [] }
      }),
    )
    for (let round = 0; round < rounds; round += 1) {
      if (round > 0) await server.restart()
      await sideBySide(server, paths, cases, seconds, round % 2 === 0)
    }
    const middling = cases.find(({ path, connections }) => path === story && connections === 50)
    return [
      ...cases.flatMap((one) => compare(one, short)),
      ...(middling ? [besideNext(middling.ours, next, short)] : []),
    ]
  } finally {
    await press.close()
    await server.stop()
  }
}

/** @param oursFirst turn about, as who is asked second may meet a machine that has warmed or cooled */
async function sideBySide(
  server: RunningServer,
  paths: string[],
  cases: Case[],
  seconds: number,
  oursFirst: boolean,
): Promise<void> {
  const bare = fork('.build/bare.mjs')
  try {
    bare.send(Object.fromEntries(await Promise.all(paths.map(async (path) => [path, await asSent(server, path)]))))
    const [port] = (await once(bare, 'message')) as [number]
    const other = { baseUrl: `http://127.0.0.1:${port}`, pid: bare.pid as number }
    pin(server.pid(), 0)
    pin(other.pid, 0)
    pin(process.pid, 1)
    // What is run first is compiled while it is measured.
    for (const path of paths) {
      await load(server.baseUrl + path, server.pid(), 50, 1)
      await load(other.baseUrl + path, other.pid, 50, 1)
    }
    for (const { path, connections, ours, theirs } of cases) {
      const askOurs = async () => ours.push(await load(server.baseUrl + path, server.pid(), connections, seconds))
      const askTheirs = async () => theirs.push(await load(other.baseUrl + path, other.pid, connections, seconds))
      for (const ask of oursFirst ? [askOurs, askTheirs] : [askTheirs, askOurs]) await ask()
    }
  } finally {
    bare.disconnect()
  }
}

function compare({ where: page, connections, most, ours, theirs }: Case, short: boolean): Figure[] {
  const where = `${page} at ${connections} connections`
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

/** A page as it goes over the wire to a reader who takes gzip; Node adds date and connection by itself. */
async function asSent({ baseUrl }: RunningServer, path: string): Promise<Page> {
  const req = get(baseUrl + path, { headers: { 'accept-encoding': 'gzip' } })
  const [res] = (await once(req, 'response')) as [IncomingMessage]
  const parts: Buffer[] = []
  for await (const part of res) parts.push(part as Buffer)
  const headers = res.rawHeaders.flatMap((name, i) =>
    i % 2 === 0 && !/^(date|connection|keep-alive|x-request-id)$/i.test(name)
      ? [name, res.rawHeaders[i + 1] ?? '']
      : [],
  )
  return { body: Buffer.concat(parts).toString('base64'), headers }
}
