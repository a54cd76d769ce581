import { setTimeout as sleep } from 'node:timers/promises'

import type { Canary, Phase } from '../support/canary-words'
import { atMost, type Figure } from '../support/long-run'
import { startPress } from '../support/press'
import { type RunningServer, startServer } from '../support/server'
import { ask } from './canary-ask'
import { leaksOf, mustBeAsNothing, twinOf, twinsOf } from './canary-judge'
import { anyOf, farther, nearest, type Question } from './canary-probes'
import { wrongWith } from './canary-surfaces'

/** Milliseconds after an hour, and after a withdrawal by hand, by which everything is as it should be. */
const goals = { hour: 2000, withdrawal: 1000 }

/** Questions under way at once. */
const atOnce = 12

type Asking = {
  servers: RunningServer[]
  canaries: Canary[]
  twins: Map<string, string>
  leaks: string[]
  asked: number
}

/**
 * Stories in every state, in words of their own, and thousands of questions of nobody in particular to two processes: no
 * word shows before its hour, nor afterwards what is not the readers', and what is not there is not told from what never was.
 */
export async function canary({ short }: { short: boolean }): Promise<Figure[]> {
  const [before, after] = short ? [700, 200] : [8000, 2000]
  const server = await startServer({ demo: true })
  const second = await startServer({ beside: server, args: ['--no-demo'] })
  const press = startPress(server)
  try {
    const canaries = await press.hide(Date.now() + 3_600_000)
    const asking: Asking = { servers: [server, second], canaries, twins: twinsOf(canaries), leaks: [], asked: 0 }
    await askAbout(asking, 'before', { most: before, short })
    const hour = Date.now() + 3000
    await press.callHour(hour)
    await askAbout(asking, 'before', { until: hour - 100, short })
    const early = asking.asked
    await sleep(Math.max(0, hour - Date.now()))
    const came = await allRight(asking, ['before', 'after'], hour)
    // Judged as if it were still before, the same questions find what has come.
    const bites: Asking = { ...asking, leaks: [], asked: 0 }
    await askAbout(bites, 'before', { most: after, short })
    await askAbout(asking, 'after', { most: after, short })
    const taken = canaries.filter(({ status }) => status.end !== status.after)
    for (const { id } of taken) await press.withdraw(id)
    const gone = await allRight(asking, ['after', 'end'], Date.now())
    await askAbout(asking, 'end', { most: after, short })
    return [
      {
        name: `${canaries.length} stories in words of their own, ${asking.asked} questions, ${early} of them before the hour`,
        value: `${asking.leaks.length} answers that tell${asking.leaks
          .slice(0, short ? 3 : 12)
          .map((one) => `\n       ${one}`)
          .join('')}`,
        goal: 'none shows a word or that there is something',
        holds: asking.leaks.length === 0 && early >= before,
      },
      {
        name: 'the same questions after the hour, judged as before it',
        value: `${bites.leaks.length} finds`,
        goal: 'some: what would show is found',
        holds: bites.leaks.length > 0,
      },
      atMost(goals.hour, 'all surfaces right after the hour', came.ms, short, came.wrong),
      atMost(goals.withdrawal, 'all surfaces right after a withdrawal by hand', gone.ms, short, gone.wrong),
    ]
  } finally {
    await press.close()
    await second.stop()
    await server.stop()
  }
}

/** Asks on and on, what is nearest first, and compares each answer with that about what never was. */
async function askAbout(
  asking: Asking,
  phase: Phase,
  {
    until = Number.POSITIVE_INFINITY,
    most = Number.POSITIVE_INFINITY,
    short,
  }: {
    until?: number
    most?: number
    short: boolean
  },
) {
  const turns = questions(asking.canaries, short)
  const end = asking.asked + most
  const work = async () => {
    for (const question of turns) {
      if (asking.asked >= end || Date.now() >= until) return
      await askOne(asking, phase, question, until)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
}

function* questions(canaries: readonly Canary[], short: boolean): Generator<Question> {
  const near = canaries.flatMap(nearest)
  // In a short run a part of each, spread over all.
  if (short) for (let i = 0; i < near.length; i += 11) yield near[i]!
  else yield* near
  if (!short) yield* canaries.flatMap(farther)
  for (let turn = 0; ; turn += 1) yield anyOf(canaries[turn % canaries.length]!, turn)
}

async function askOne(asking: Asking, phase: Phase, question: Question, until: number) {
  const { canaries, twins } = asking
  const { port } = asking.servers[asking.asked % asking.servers.length]!
  asking.asked += 1
  const told = await ask(port, question)
  const twin = mustBeAsNothing(question, phase, canaries) ? await ask(port, twinOf(question, twins)) : undefined
  if (twin) asking.asked += 1
  // What is answered about the hour may be of before or after.
  if (Date.now() > until) return
  asking.leaks.push(...leaksOf(question, told, { phase, canaries, twins, twin }))
}

/**
 * @param phases of those stories that are otherwise in the second than in the first
 * @returns after how many milliseconds whatever both processes were asked was answered rightly, and what was not within
 *   ten seconds
 */
async function allRight({ servers, canaries }: Asking, phases: [Phase, Phase], since: number) {
  const [was, is] = phases
  const changed = canaries.filter(
    ({ status, state }) => status[was] !== status[is] || (was === 'before' && state.includes('update')),
  )
  let wrong: string[] = []
  let asked = 0
  do {
    asked = Date.now()
    const questions = servers.flatMap(({ port }) => changed.map((one) => ({ port, one })))
    const found = await Promise.all(
      questions.map(async ({ port, one }) => (await wrongWith(one, is, port)).map((what) => `${what} of ${one.state}`)),
    )
    wrong = found.flat()
  } while (wrong.length && Date.now() < since + 10_000)
  return { ms: asked - since, wrong: wrong.slice(0, 5).join('; ') }
}
