import { setTimeout as sleep } from 'node:timers/promises'
import { bodyText } from '#lib/story/document/text'
import { toDocument } from '#lib/story/document/ydoc'
import { documentOf, isSaved, until } from '#lib/testing/collab'

import type { Figure } from '../support/long-run'
import { startPress } from '../support/press'
import { startServer } from '../support/server'
import { onceIn, startTypist, type Typist } from '../support/typists'

/** Three people at a human pace. */
const typing = { letters: ['a', 'b', 'c'], pause: 50 }
/** Fast enough that the log is compacted again and again. */
const storm = { letters: ['a', 'b', 'c', 'd'], pause: 4 }

/** The server is killed while people type; what they were told is saved is there, and the rest comes from their browsers. */
export async function killed({ short }: { short: boolean }): Promise<Figure[]> {
  return [
    await killedWhile('kill -9 in mid-typing', typing, short ? 2 : 20),
    await killedWhile('kill -9 while the log is compacted', storm, short ? 1 : 10),
  ]
}

async function killedWhile(name: string, { letters, pause }: typeof typing, rounds: number): Promise<Figure> {
  const server = await startServer({ args: ['--demo'] })
  const press = startPress(server)
  let promised = 0
  let kept = 0
  let typed = 0
  let arrived = 0
  try {
    const me = await press.signIn()
    for (let round = 0; round < rounds; round += 1) {
      const story = await press.draft()
      const typists = await Promise.all(letters.map((letter) => startTypist(server.baseUrl, story, me, letter)))
      await typeFor(typists, pause, 1000 + Math.random() * 2000, () => server.kill9())
      const told = typists.map((typist) => typist.counts().saved)
      const left = await press.text(story)
      typists.forEach(({ letter }, i) => {
        promised += told[i] ?? 0
        kept += onceIn(left, letter, told[i] ?? 0)
      })
      await server.restart()
      await Promise.all(typists.map(({ connection }) => until(isSaved(connection), 30_000)))
      const whole = await press.text(story)
      for (const { letter, counts, connection } of typists) {
        typed += counts().typed
        arrived += onceIn(whole, letter, counts().typed)
        await connection.destroy()
      }
    }
  } finally {
    await press.close()
    await server.stop()
  }
  return {
    name,
    value: `${kept} of ${promised} words that were called saved; after the restart ${arrived} of ${typed} typed, once each`,
    goal: `all, in ${rounds} rounds`,
    holds: promised > 0 && kept === promised && arrived === typed,
  }
}

/** Two processes on one database: everybody sees the same in the end, everything once. */
export async function beside({ short }: { short: boolean }): Promise<Figure[]> {
  const server = await startServer({ args: ['--demo'] })
  const second = await startServer({ beside: server, args: ['--no-demo'] })
  const press = startPress(server)
  try {
    const me = await press.signIn()
    const story = await press.draft()
    const typists = await Promise.all(
      ['a', 'b', 'c', 'd'].map((letter, i) => startTypist([server, second][i % 2]!.baseUrl, story, me, letter)),
    )
    await typeFor(typists, 40, short ? 3000 : 30_000)
    await Promise.all(typists.map(({ connection }) => until(isSaved(connection), 10_000)))
    const text = await press.text(story)
    const seen = typists.map(
      ({ connection }) =>
        () =>
          bodyText(toDocument(documentOf(connection)).body) === text,
    )
    await until(() => seen.every((same) => same()), 5000).catch(() => undefined)
    const typed = typists.reduce((sum, { counts }) => sum + counts().typed, 0)
    const once = typists.reduce((sum, { letter, counts }) => sum + onceIn(text, letter, counts().typed), 0)
    const same = seen.filter((one) => one()).length
    for (const { connection } of typists) await connection.destroy()
    return [
      {
        name: 'two processes on one database',
        value: `${once} of ${typed} words once each; ${same} of 4 see the same`,
        goal: 'all, and 4 of 4',
        holds: typed > 0 && once === typed && same === 4,
      },
    ]
  } finally {
    await press.close()
    await second.stop()
    await server.stop()
  }
}

/** @param end what happens then, while they are still typing */
async function typeFor(typists: Typist[], pause: number, ms: number, end?: () => Promise<unknown>) {
  let stopped = false
  const all = Promise.all(typists.map((typist) => typist.type(pause, () => stopped)))
  await sleep(ms)
  await end?.()
  stopped = true
  await all
}
