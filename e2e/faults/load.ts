import { setTimeout as sleep } from 'node:timers/promises'

import type { Figure } from '../support/long-run'
import { type Press, startPress } from '../support/press'
import { startServer } from '../support/server'

/** Requests in a second. */
const RATE = 300

/** What readers must see of a story; `since` is when it was confirmed. */
type State = { mark: string; since: number }
type Told = { path: string; states: State[] }

/** While readers ask 300 times a second, stories are published, updated and withdrawn: no answer is older than it may be. */
export async function underLoad({ short }: { short: boolean }): Promise<Figure[]> {
  const stories = short ? 5 : 50
  const server = await startServer({ args: ['--demo'] })
  const press = startPress(server)
  const told: Told[] = []
  const seen = { answers: 0, old: [] as string[], faults: [] as string[] }
  let over = false
  try {
    const asking: Promise<void>[] = []
    const readers = (async () => {
      for (let i = 0; !over; i += 1) {
        const story = told[i % Math.max(1, told.length)]
        if (story) asking.push(ask(server.baseUrl, story, seen))
        await sleep(1000 / RATE)
      }
    })()
    for (let i = 0; i < stories; i += 1) await tellOne(press, told)
    over = true
    await readers
    await Promise.all(asking)
    const { answers, old, faults } = seen
    return [
      {
        name: `${stories} stories changed under ${RATE} requests a second`,
        value: `${answers} answers, ${old.length} old, ${faults.length} faults${[...old, ...faults].slice(0, 3).map((one) => `; ${one}`)}`,
        goal: '0 old, 0 faults',
        holds: answers > 0 && !old.length && !faults.length,
      },
    ]
  } finally {
    over = true
    await press.close()
    await server.stop()
  }
}

async function tellOne(press: Press, told: Told[]) {
  const id = await press.draft()
  const story: Told = { path: await press.publish(id), states: [] }
  const confirm = (mark: string) => story.states.push({ mark, since: performance.now() })
  confirm('200')
  told.push(story)
  for (let i = 0; i < 2; i += 1) {
    confirm(await press.update(id))
    await sleep(50)
  }
  await press.withdraw(id)
  confirm('410')
}

/** An answer may be newer than what was confirmed when it was asked for (an act under way), never older. */
async function ask(baseUrl: string, story: Told, seen: { answers: number; old: string[]; faults: string[] }) {
  const asked = performance.now()
  const least = story.states.findLastIndex(({ since }) => since <= asked)
  const answer = await fetch(baseUrl + story.path)
  const text = await answer.text()
  seen.answers += 1
  if (answer.status >= 500) return void seen.faults.push(`${story.path}: ${answer.status}`)
  const shown = answer.status === 410 ? '410' : (/Place \d+/.exec(text)?.[0] ?? '200')
  const at = story.states.findIndex(({ mark }) => mark === shown)
  // What is not confirmed yet is newer than all that is.
  if (at >= 0 && at < least) seen.old.push(`${story.path} showed ${shown} after ${story.states[least]?.mark}`)
}
