import { setTimeout as sleep } from 'node:timers/promises'

import type { Figure } from '../support/long-run'
import { type Press, startPress } from '../support/press'
import { type RunningServer, startServer } from '../support/server'
import { late } from './fresh'
import { type Answered, faultOf, type State, shown } from './states'

/** Requests in a second that must be answered, and that are sent: a timer is never early. */
const goal = 200
const sent = 240

/** What a story was from when on, and what its readers were answered, by which process. */
type Told = { path: string; states: State[]; answers: (Answered & { by: number })[] }

/**
 * While readers ask two processes for one story, 200 times a second, it is published, updated and withdrawn again and
 * again: each answer is what the story was between question and answer, and nothing else.
 */
export async function underLoad({ short }: { short: boolean }): Promise<Figure[]> {
  const times = short ? 4 : 50
  const server = await startServer({ demo: true })
  const second = await startServer({ beside: server, args: ['--no-demo'] })
  const servers = [server, second]
  const press = startPress(server)
  let over = false
  try {
    const id = await press.draft()
    const told: Told = { path: await press.path(id), states: [{ mark: '404', begun: 0, since: 0 }], answers: [] }
    const began = performance.now()
    const readers = readAllTheTime(servers, told, () => over)
    await seen(told, servers.length)
    const ms = server.database ? late.postgres : late.sqlite
    for (let i = 0; i < times; i += 1) await tellOnce(press, id, told, { ms, processes: servers.length })
    over = true
    await readers
    return figures(told, times, (performance.now() - began) / 1000, short)
  } finally {
    over = true
    await press.close()
    await second.stop()
    await server.stop()
  }
}

function figures({ states, answers }: Told, times: number, seconds: number, short: boolean): Figure[] {
  const faults = answers.flatMap((answer) => faultOf(states, answer) ?? [])
  const unseen = states.filter(({ mark }) => !answers.some((answer) => answer.shown === mark))
  const least = short ? goal / 10 : goal
  return [
    {
      name: `a story published, updated, withdrawn ${times} times under load, two processes`,
      value: `${answers.length} answers, ${faults.length} wrong${faults
        .slice(0, 3)
        .map((one) => `; ${one}`)
        .join('')}${unseen.length ? `; ${unseen.length} states unseen` : ''}`,
      goal: 'none older than the last act that was confirmed before it was asked for; each state seen',
      holds: !faults.length && !unseen.length,
    },
    {
      name: 'load on it',
      value: `${Math.round(answers.length / seconds)} answers a second`,
      goal: `≥ ${goal}${short ? `, in a short run ≥ ${least}` : ''}`,
      holds: answers.length / seconds >= least,
    },
  ]
}

/** Asks them in turn at the pace of the clock, however long answers take; ends when all are answered. */
async function readAllTheTime(servers: RunningServer[], told: Told, isOver: () => boolean) {
  const asking: Promise<void>[] = []
  const began = performance.now()
  while (!isOver()) {
    while (asking.length < ((performance.now() - began) * sent) / 1000) {
      const by = asking.length % servers.length
      asking.push(ask(servers[by]!.baseUrl, by, told))
    }
    await sleep(2)
  }
  await Promise.all(asking)
}

async function ask(baseUrl: string, by: number, { path, answers }: Told) {
  const asked = performance.now()
  const saw = await fetch(baseUrl + path, { redirect: 'manual' }).then(
    async (answer) => shown(answer.status, await answer.text()),
    (error) => `no answer (${error})`,
  )
  answers.push({ shown: saw, asked, answered: performance.now(), by })
}

/** @param ms after which an act must be seen */
async function tellOnce(press: Press, id: string, told: Told, { ms, processes }: { ms: number; processes: number }) {
  const become = async (act: () => Promise<string>) => {
    const begun = performance.now()
    const mark = await act()
    told.states.push({ mark, begun, since: performance.now() + ms })
    await seen(told, processes)
  }
  for (let i = 0; i < 2; i += 1) await become(() => press.update(id))
  await become(() => press.withdraw(id).then(() => '410'))
}

/** Waits until readers of each process have had an answer that must show the last state. */
async function seen({ answers, states }: Told, processes: number) {
  const since = states.at(-1)?.since ?? 0
  const has = (process: number) => (answers.findLast(({ by }) => by === process)?.asked ?? -1) >= since
  while (!Array.from({ length: processes }, (_, process) => has(process)).every(Boolean)) await sleep(5)
}
