import { setTimeout as sleep } from 'node:timers/promises'

import type { Figure } from '../support/long-run'
import { type Press, startPress } from '../support/press'
import { startServer } from '../support/server'
import { late } from './fresh'
import { type Answered, faultOf, type State, shown } from './states'

/** Requests in a second that must be answered, and that are sent: a timer is never early. */
const goal = 300
const sent = 320

/** A story that readers ask for: what it was from when on, and what they were answered. */
type Told = { path: string; states: State[]; answers: Answered[] }

/**
 * While readers ask 300 times a second, every second time for the story that is changing, stories are published,
 * updated and withdrawn: each answer is what the story was between question and answer, and nothing else.
 */
export async function underLoad({ short }: { short: boolean }): Promise<Figure[]> {
  const stories = short ? 5 : 50
  const server = await startServer({ args: ['--demo'] })
  const press = startPress(server)
  const told: Told[] = []
  const began = performance.now()
  let over = false
  try {
    const readers = readAllTheTime(server.baseUrl, told, () => over)
    for (let i = 0; i < stories; i += 1) await tellOne(press, told, server.database ? late.postgres : late.sqlite)
    over = true
    await readers
    const seconds = (performance.now() - began) / 1000
    const answers = told.reduce((sum, story) => sum + story.answers.length, 0)
    const faults = told.flatMap(({ path, states, answers }) =>
      answers.flatMap((answer) => faultOf(states, answer) ?? []).map((fault) => `${path}: ${fault}`),
    )
    const least = short ? goal / 10 : goal
    return [
      {
        name: `${stories} stories published, updated, withdrawn under load`,
        value: `${answers} answers, ${faults.length} wrong${faults
          .slice(0, 3)
          .map((one) => `; ${one}`)
          .join('')}`,
        goal: '0 wrong, each state of each story seen',
        holds: !faults.length && told.every((story) => story.states.every((state) => isSeen(story, state))),
      },
      {
        name: 'load on them',
        value: `${Math.round(answers / seconds)} answers a second`,
        goal: `≥ ${goal}${short ? `, in a short run ≥ ${least}` : ''}`,
        holds: answers / seconds >= least,
      },
    ]
  } finally {
    over = true
    await press.close()
    await server.stop()
  }
}

const isSeen = ({ answers }: Told, { mark }: State) => answers.some((answer) => answer.shown === mark)

/** Asks at the pace of the clock, however long answers take; ends when all are answered. */
async function readAllTheTime(baseUrl: string, told: Told[], isOver: () => boolean) {
  const asking: Promise<void>[] = []
  const began = performance.now()
  while (!isOver()) {
    while (told.length && asking.length < ((performance.now() - began) * sent) / 1000) {
      const turn = asking.length
      const changing = told.at(-1)
      const story = turn % 2 ? changing : (told[(turn / 2) % told.length] ?? changing)
      if (story) asking.push(ask(baseUrl, story))
    }
    await sleep(2)
  }
  await Promise.all(asking)
}

async function ask(baseUrl: string, { path, answers }: Told) {
  const asked = performance.now()
  const saw = await fetch(baseUrl + path, { redirect: 'manual' }).then(
    async (answer) => shown(answer.status, await answer.text()),
    (error) => `no answer (${error})`,
  )
  answers.push({ shown: saw, asked, answered: performance.now() })
}

/** @param ms after which an act must be seen */
async function tellOne(press: Press, told: Told[], ms: number) {
  const id = await press.draft()
  const story: Told = { path: await press.path(id), answers: [], states: [] }
  const become = async (act: () => Promise<string>) => {
    const begun = performance.now()
    const mark = await act()
    story.states.push({ mark, begun, since: performance.now() + ms })
    await seen(story)
  }
  told.push(story)
  await become(async () => '404')
  for (let i = 0; i < 3; i += 1) await become(() => press.update(id))
  await become(() => press.withdraw(id).then(() => '410'))
}

/** Waits until readers have had an answer that must show the last state. */
async function seen({ answers, states }: Told) {
  const since = states.at(-1)?.since ?? 0
  while (!answers.some(({ asked }) => asked >= since)) await sleep(5)
}
