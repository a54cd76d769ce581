import { fork } from 'node:child_process'
import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'

import type { Page } from '../support/bare-server'
import { type Load, load, pin } from '../support/load'
import { type Figure, median } from '../support/long-run'
import { startPress } from '../support/press'
import { type RunningServer, startServer } from '../support/server'
import { archiveDay, withdrawn } from '../support/site-pages'
import { uncached } from './page'

/** How much more than a bare Node server a request may cost, by connections. */
const goals = [
  { connections: 1, most: 1.3 },
  { connections: 50, most: 1.2 },
  { connections: 500, most: 1.2 },
]
/** At which a page is asked for that is not asked for at all of them. */
const usual = { connections: 50, most: 1.2 }

/** One of each other kind, what is not there and what was taken down among them. */
const others: Asked[] = [
  { path: '/about', status: 200 },
  { path: '/topics/tidal-barrier', status: 200 },
  { path: archiveDay(), status: 200 },
  { path: '/series/down-the-wend', status: 200 },
  { path: '/bylines/nadia-orrell', status: 200 },
  { path: '/corrections', status: 200 },
  { path: '/search?q=hinge', status: 200 },
  { path: '/nothing-here', status: 404 },
  { path: withdrawn, status: 410 },
]

type Asked = { path: string; status: number }
type Case = Asked & { where: string; connections: number; most: number; ours: Load[]; theirs: Load[] }

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
    const first = [story, '/', `/${story.split('/')[1]}`, '/feed.xml'].map((path) => ({ path, status: 200 }))
    const caseOf = (asked: Asked, goal: (typeof goals)[number]): Case => {
      return { ...asked, ...goal, where: asked.path === story ? 'story' : asked.path, ours: [], theirs: [] }
    }
    const cases = short
      ? [first[0], others.at(-1)].flatMap((one) => (one ? [caseOf(one, usual)] : []))
      : [...first.flatMap((one) => goals.map((goal) => caseOf(one, goal))), ...others.map((one) => caseOf(one, usual))]
    for (let round = 0; round < rounds; round += 1) {
      if (round > 0) await server.restart()
      await sideBySide(server, cases, seconds, round % 2 === 0)
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
async function sideBySide(server: RunningServer, cases: Case[], seconds: number, oursFirst: boolean): Promise<void> {
  const bare = fork('.build/bare.mjs')
  try {
    const paths = [...new Map(cases.map((one) => [one.path, one.status]))]
    bare.send(Object.fromEntries(await Promise.all(paths.map(async ([path]) => [path, await asSent(server, path)]))))
    const [port] = (await once(bare, 'message')) as [number]
    const own = { baseUrl: server.baseUrl, pid: server.pid() }
    const other = { baseUrl: `http://127.0.0.1:${port}`, pid: bare.pid as number }
    pin(server.pid(), 0)
    pin(other.pid, 0)
    pin(process.pid, 1)
    // What is run first is compiled while it is measured.
    for (const [path, status] of paths) {
      await load(server.baseUrl + path, server.pid(), 50, 1, { status })
      await load(other.baseUrl + path, other.pid, 50, 1, { status })
    }
    for (const { path, status, connections, ours, theirs } of cases) {
      const ask = (of: { baseUrl: string; pid: number }) =>
        load(of.baseUrl + path, of.pid, connections, seconds, { status })
      const askOurs = async () => ours.push(await ask(own))
      const askTheirs = async () => theirs.push(await ask(other))
      for (const turn of oursFirst ? [askOurs, askTheirs] : [askTheirs, askOurs]) await turn()
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
  return { body: Buffer.concat(parts).toString('base64'), status: res.statusCode ?? 0, headers }
}
