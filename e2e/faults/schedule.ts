import { setTimeout as sleep } from 'node:timers/promises'

import { atMost, type Figure } from '../support/long-run'
import { type Press, startPress } from '../support/press'
import type { Planned } from '../support/press-plans'
import { type RunningServer, startServer } from '../support/server'
import { faultsOf, latenessOf, percentile, prompt, type Told, type Up } from './late'

/** How often readers ask for a story whose hour is near, in milliseconds. */
const pause = 60

/** Milliseconds before its hour from which on they do. */
const early = 1500

/** So many near ones are asked for at a time, the oldest first: where all is late, readers are not to make it later. */
const most = 8

/** What is overdue when a process starts is done within so many milliseconds. */
const soon = 10_000

type Process = { server: RunningServer; ups: Up[]; down: boolean }

/**
 * Stories wait for their hours, one after another, and one of two processes on one database is killed again and again,
 * or both are: each story is published once, none before its hour, none is missed, all in their order.
 */
export async function schedule({ short }: { short: boolean }): Promise<Figure[]> {
  const [count, over, kills] = short ? [16, 5000, 3] : [200, 120_000, 20]
  const server = await startServer({ demo: true })
  const second = await startServer({ beside: server, args: ['--no-demo'] })
  const press = startPress(server)
  try {
    const planned = await press.plan(count, over)
    const processes = [server, second].map((one): Process => ({ server: one, ups: [from(Date.now())], down: false }))
    const end = planned.at(-1)!.dueAt
    const reading = read(processes, planned, end + 30_000)
    await killAgainAndAgain(processes, { kills, begin: planned[0]!.dueAt, end })
    await allDone(press, end + 30_000)
    const seen = await reading
    const outcomes = await press.outcomes()
    const told: Told[] = planned.map((story) => ({
      ...story,
      outcome: outcomes.find(({ id }) => id === story.id),
      seen: seen.get(story.id),
    }))
    return figures(
      told,
      processes.flatMap(({ ups }) => ups),
      kills,
      short,
    )
  } finally {
    await press.close()
    await second.stop()
    await server.stop()
  }
}

function figures(told: Told[], ups: Up[], kills: number, short: boolean): Figure[] {
  const faults = faultsOf(told)
  const { up, overdue } = latenessOf(told, ups)
  const after = told.flatMap(({ dueAt, seen }) => (seen === undefined ? [] : [seen - dueAt]))
  const of = (values: number[]) => `p95 ${percentile(values, 95)} ms, ${values.length} of ${told.length} stories`
  return [
    {
      name: `${told.length} stories at their hours, two processes, ${kills} kill -9`,
      value: `${told.length - faults.length} right${faults
        .slice(0, 3)
        .map((one) => `; ${one}`)
        .join('')}`,
      goal: 'each published once, in order, none early, none missed',
      holds: faults.length === 0,
    },
    atMost(prompt, '… the latest while a process is up', Math.max(0, ...up), short, of(up)),
    atMost(soon, '… the latest after a start, of what was overdue', Math.max(0, ...overdue), short, of(overdue)),
    {
      name: '… until a reader has it, after its hour',
      value: `p95 ${percentile(after, 95)} ms`,
      goal: 'told only: downtime is in it',
      holds: true,
    },
  ]
}

const from = (time: number): Up => ({ from: time, until: Number.POSITIVE_INFINITY })

/** The first, the second, both at once, and so on: so that there are hours at which no process is there. */
async function killAgainAndAgain(
  processes: Process[],
  { kills, begin, end }: { kills: number; begin: number; end: number },
) {
  const [one, other] = processes as [Process, Process]
  const turns = [[one], [other], [one, other]]
  const rounds: Process[][] = []
  while (rounds.flat().length < kills) rounds.push(turns[rounds.length % turns.length]!)
  for (const [i, victims] of rounds.entries()) {
    const at = begin + ((end - begin) * (i + 0.5)) / rounds.length
    await sleep(Math.max(0, at - Date.now()))
    await Promise.all(victims.map(kill))
  }
}

async function kill(process: Process) {
  process.down = true
  process.ups.at(-1)!.until = Date.now()
  await process.server.kill9()
  await process.server.restart()
  process.ups.push(from(Date.now()))
  process.down = false
}

async function allDone(press: Press, deadline: number) {
  while ((await press.waiting()) > 0 && Date.now() < deadline) await sleep(100)
}

/** @returns when a reader first had each story: when the answer was there */
async function read(processes: Process[], planned: Planned[], deadline: number): Promise<Map<string, number>> {
  const seen = new Map<string, number>()
  const ask = async (story: Planned, { server }: Process) => {
    const answer = await fetch(server.baseUrl + story.path, { redirect: 'manual' }).catch(() => undefined)
    await answer?.arrayBuffer().catch(() => {})
    const now = Date.now()
    if (answer?.status === 200) seen.set(story.id, Math.min(now, seen.get(story.id) ?? now))
  }
  for (let turn = 0; seen.size < planned.length && Date.now() < deadline; turn += 1) {
    const open = planned.filter(({ id }) => !seen.has(id))
    const near = open.filter(({ dueAt }) => dueAt - Date.now() < early).slice(0, most)
    // One whose hour is far off, too: it must not be there either.
    const far = open[turn % open.length]
    const up = processes.filter(({ down }) => !down)
    const asked = [...new Set(far ? [...near, far] : near)]
    await Promise.all([sleep(pause), ...asked.flatMap((story) => up.map((one) => ask(story, one)))])
  }
  return seen
}
