import { setTimeout as sleep } from 'node:timers/promises'

import { cpuOf } from '../support/cpu'
import { askAll, findLists } from '../support/crawler'
import { type Figure, median } from '../support/long-run'
import { memoryOf, watch } from '../support/memory'
import { startPress } from '../support/press'
import { type RunningServer, startServer } from '../support/server'
import { withAdmin } from '../support/typists'

/** In megabytes; `growth`: the end of a crawl beside what it had come to when pages filled their room. */
const goals = { idle: 150, highest: 300, growth: 1.15 }
const CONNECTIONS = 50

/** `room`: STET_CACHE_MB. */
type Size = { stories: number; lists: number; invented: number; searches: number; room: number }
const whole: Size = { stories: 20_000, lists: 2_000, invented: 50_000, searches: 2_000, room: 64 }
const seed: Size = { stories: 100, lists: 60, invented: 300, searches: 20, room: 8 }
/** Megabytes that answers at addresses which anybody can invent have of their own. */
const roomForInvented = 4

/** The server's memory while each page is asked for once, and far more addresses that lead nowhere. */
export async function crawl({ short }: { short: boolean }): Promise<Figure[]> {
  const size = short ? seed : whole
  const env = { ...withAdmin.env, STET_CACHE_MB: String(size.room) }
  const server = await startServer({ ...withAdmin, env })
  try {
    const { pages, cookie } = await fill(server, size.stories)
    const lists = await findLists(server.baseUrl, size.lists)
    await server.restart()
    await sleep(short ? 500 : 5_000)
    const idle = memoryOf(server.pid())
    const parts = [
      await ask(server, cookie, 'stories', [200], pages),
      await ask(server, cookie, 'fronts, lists and own pages', [200], lists),
      await ask(server, cookie, 'invented addresses', [301, 404], invented(size.invented, pages)),
      await ask(server, cookie, 'searches', [200], searches(size.searches)),
    ]
    const highest = Math.max(...parts.flatMap(({ memory }) => memory))
    return [
      memory(goals.idle, 'memory of a server that nobody asks', idle, short),
      memory(goals.highest, 'memory of a server that is crawled, highest', highest, short),
      ...parts.flatMap((part) => figuresOf(part, size.room, short)),
    ]
  } finally {
    await server.stop()
  }
}

/** Makes the stories beside the server. @returns their paths, and the cookie of an admin */
async function fill(server: RunningServer, stories: number) {
  const press = startPress(server)
  try {
    return { pages: await press.fill(stories), cookie: (await press.signIn()).cookie }
  } finally {
    await press.close()
  }
}

type Part = {
  name: string
  asked: number
  expected: number[]
  statuses: Map<number, number>
  cpu: number
  memory: number[]
  kept: number
}

async function ask(
  server: RunningServer,
  cookie: string,
  name: string,
  expected: number[],
  paths: string[],
): Promise<Part> {
  const pid = server.pid()
  const seen = watch(() => memoryOf(pid))
  const kept = watch(() => bytesKept(server, cookie))
  const before = cpuOf(pid)
  const statuses = await askAll(server.baseUrl, paths, CONNECTIONS)
  const cpu = (cpuOf(pid) - before) / paths.length
  return { name, asked: paths.length, expected, statuses, cpu, memory: await seen(), kept: Math.max(...(await kept())) }
}

/** In megabytes; none while the server is too busy to find out who asks. */
async function bytesKept({ baseUrl }: RunningServer, cookie: string): Promise<number> {
  const health = await fetch(`${baseUrl}/api/health`, { headers: { cookie } })
  const { edge } = (await health.json()) as { edge?: { bytes: number } }
  return (edge?.bytes ?? 0) / 1_048_576
}

function invented(count: number, pages: string[]): string[] {
  const sections = [...new Set(pages.map((path) => path.split('/')[1]))]
  return Array.from({ length: count }, (_, i) => {
    const word = `tide-${i.toString(36)}`
    const section = sections[i % sections.length]
    const shapes = [
      `/${word}`,
      `/${section}/${word}`,
      `/${section}/${word}/`,
      `/topics/${word}`,
      `/bylines/${word}`,
      `/${word}/${word}`,
      `/${word}?utm_source=${word}`,
      `/${section}/${word}?page=${i}&q=${word}`,
    ]
    return shapes[i % shapes.length] as string
  })
}

/** Addresses without end of a page that is there. */
const searches = (count: number) => Array.from({ length: count }, (_, i) => `/search?q=tide+${i.toString(36)}`)

function figuresOf(
  { name, asked, expected, statuses, cpu, memory, kept }: Part,
  room: number,
  short: boolean,
): Figure[] {
  const right = expected.reduce((sum, status) => sum + (statuses.get(status) ?? 0), 0)
  const quarter = Math.ceil(memory.length / 4)
  const [second, last] = [median(memory.slice(quarter, 2 * quarter)), median(memory.slice(-quarter))]
  return [
    {
      name: `${name}, answers`,
      value: `${[...statuses].map(([status, count]) => `${count} × ${status}`).join(', ')} (${cpu.toFixed(2)} ms CPU each)`,
      goal: `all ${asked} ${expected.join(' or ')}`,
      holds: right === asked,
    },
    {
      name: `${name}, kept in memory at most`,
      value: `${kept.toFixed(1)} MB`,
      goal: `≤ ${room} MB, and ${roomForInvented} for invented addresses`,
      holds: kept > 0 && kept <= room + roomForInvented,
    },
    {
      name: `${name}, memory of the last quarter beside the second`,
      value: `${(last / second).toFixed(2)} × (${Math.round(last)} and ${Math.round(second)} MB)`,
      goal: `≤ ${goals.growth} ×${short ? ', not held against a short run' : ''}`,
      holds: short || last <= second * goals.growth,
    },
  ]
}

const memory = (goal: number, name: string, mb: number, short: boolean): Figure => ({
  name,
  value: `${Math.round(mb)} MB`,
  goal: `≤ ${goal} MB${short ? ', not held against a short run' : ''}`,
  holds: short || mb <= goal,
})
