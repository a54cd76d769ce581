import { setTimeout as sleep } from 'node:timers/promises'
import { bodyText } from '#lib/story/document/text'
import { toDocument } from '#lib/story/document/ydoc'
import { compactAfter } from '#lib/story/log/compact'
import { documentOf, isSaved, until } from '#lib/testing/collab'

import type { Figure } from '../support/long-run'
import { startPress } from '../support/press'
import { startServer } from '../support/server'
import { onceIn, startTypist, type Typist, withAdmin } from '../support/typists'

type Way = {
  letters: string[]
  /** Between two words of one person, in milliseconds. */
  pause: number
  /** Killed once this many words are kept. */
  after: number
  /** … and up to this many milliseconds later. */
  within: number
}

/** People at a human pace. */
const typing: Way = { letters: ['a', 'b', 'c'], pause: 50, after: 30, within: 2000 }
/** Fast enough that the log is due for its first compaction when the kill comes. */
const storm: Way = { letters: ['a', 'b', 'c', 'd'], pause: 4, after: compactAfter, within: 700 }

/** The server is killed while people type; what they were told is saved is there, and the rest comes from their browsers. */
export async function killed({ short }: { short: boolean }): Promise<Figure[]> {
  return [
    await killedWhile('kill -9 in mid-typing', typing, short ? 2 : 70),
    await killedWhile('kill -9 round a compaction', storm, short ? 2 : 30),
  ]
}

async function killedWhile(name: string, { letters, pause, after, within }: Way, rounds: number): Promise<Figure> {
  const server = await startServer(withAdmin)
  const press = startPress(server)
  const words = { promised: 0, kept: 0, typed: 0, arrived: 0 }
  let compacted = 0
  try {
    const me = await press.signIn()
    for (let round = 0; round < rounds; round += 1) {
      const story = await press.draft()
      const typists = await Promise.all(letters.map((letter) => startTypist(server.baseUrl, story, me, letter)))
      const saved = () => typists.map((typist) => typist.counts().saved)
      await typeUntil(typists, pause, async () => {
        await until(() => sum(saved()) >= after, 60_000)
        await sleep(Math.random() * within)
        await server.kill9()
      })
      const told = saved()
      const left = await press.text(story)
      if ((await press.rows(story)) < sum(told)) compacted += 1
      words.promised += sum(told)
      words.kept += sum(typists.map(({ letter }, i) => onceIn(left, letter, told[i] ?? 0)))
      await server.restart()
      await Promise.all(typists.map(({ connection }) => until(isSaved(connection), 60_000)))
      const whole = await press.text(story)
      for (const { letter, counts, connection } of typists) {
        words.typed += counts().typed
        words.arrived += onceIn(whole, letter, counts().typed)
        await connection.destroy()
      }
    }
  } finally {
    await press.close()
    await server.stop()
  }
  const { promised, kept, typed, arrived } = words
  return {
    name,
    value: `${kept} of ${promised} words that were called saved, ${compacted} of ${rounds} logs compacted; after the restart ${arrived} of ${typed} typed, once each`,
    goal: 'all',
    holds: promised > 0 && kept === promised && arrived === typed,
  }
}

const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0)

/** Two processes on one database: everybody sees the same in the end, everything once. */
export async function beside({ short }: { short: boolean }): Promise<Figure[]> {
  const server = await startServer(withAdmin)
  const second = await startServer({ beside: server, args: ['--no-demo'] })
  const press = startPress(server)
  try {
    const me = await press.signIn()
    const story = await press.draft()
    const typists = await Promise.all(
      ['a', 'b', 'c', 'd'].map((letter, i) => startTypist([server, second][i % 2]!.baseUrl, story, me, letter)),
    )
    await typeUntil(typists, 40, () => sleep(short ? 3000 : 30_000))
    await Promise.all(typists.map(({ connection }) => until(isSaved(connection), 60_000)))
    const text = await press.text(story)
    const seen = typists.map(
      ({ connection }) =>
        () =>
          bodyText(toDocument(documentOf(connection)).body) === text,
    )
    await until(() => seen.every((same) => same()), 10_000).catch(() => undefined)
    const typed = sum(typists.map(({ counts }) => counts().typed))
    const once = sum(typists.map(({ letter, counts }) => onceIn(text, letter, counts().typed)))
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

async function typeUntil(typists: Typist[], pause: number, end: () => Promise<unknown>) {
  let stopped = false
  const all = Promise.all(typists.map((typist) => typist.type(pause, () => stopped)))
  await end()
  stopped = true
  await all
}
