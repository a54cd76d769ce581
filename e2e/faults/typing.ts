import { setTimeout as sleep } from 'node:timers/promises'

import { bodyText } from '#lib/story/document/text'
import { toDocument } from '#lib/story/document/ydoc'
import { compactAfter } from '#lib/story/log/compact'
import { comeBack, documentOf, goOffline, isSaved, until } from '#lib/testing/collab'

import type { Figure } from '../support/long-run'
import { type Press, startPress } from '../support/press'
import type { SignedIn } from '../support/press-process'
import { type RunningServer, startServer } from '../support/server'
import { onceIn, startTypist, type Typist, withAdmin } from '../support/typists'

const people = [...'abcdefghij']

/** A round's pace: milliseconds between two words of one person, and the kill, once so many words are kept, and later. */
type Pace = { pause: number; after: number; within: number }

/** People at a human pace; and so fast that the log is due for its compaction when the kill comes. */
const calm: Pace = { pause: 60, after: 60, within: 1500 }
const storm: Pace = { pause: 8, after: compactAfter, within: 700 }

type Round = {
  servers: RunningServer[]
  killed: RunningServer[]
  press: Press
  me: SignedIn
  pace: Pace
}
type Counts = { promised: number; kept: number; typed: number; arrived: number; same: number; compacted: number }

/**
 * Ten people type in one story over two processes on one database, some of them offline for a while now and then, and one
 * process or both are killed in the midst of it: what they were told is saved is there, the rest comes from their
 * browsers, and in the end all see the same.
 */
export async function typing({ short }: { short: boolean }): Promise<Figure[]> {
  const rounds = short ? 5 : 100
  const server = await startServer(withAdmin)
  const second = await startServer({ beside: server, args: ['--no-demo'] })
  const press = startPress(server)
  const all: Counts = { promised: 0, kept: 0, typed: 0, arrived: 0, same: 0, compacted: 0 }
  try {
    const me = await press.signIn()
    const servers = [server, second]
    const turns = [[server], [second], servers]
    for (let round = 0; round < rounds; round += 1) {
      const pace = round % 2 ? storm : calm
      const counts = await play({ servers, killed: turns[round % turns.length] ?? servers, press, me, pace })
      for (const key of Object.keys(all) as (keyof Counts)[]) all[key] += counts[key]
      const { promised, kept, typed, arrived } = counts
      process.stderr.write(
        `round ${round + 1} of ${rounds}: ${kept} of ${promised} kept, ${arrived} of ${typed} arrived\n`,
      )
    }
  } finally {
    await press.close()
    await second.stop()
    await server.stop()
  }
  const { promised, kept, typed, arrived, same, compacted } = all
  const screens = rounds * people.length
  return [
    {
      name: `kill -9 under ten typists, ${rounds} rounds: words that were called saved`,
      value: `${promised - kept} of ${promised} lost, ${compacted} of ${rounds} logs compacted`,
      goal: 'none lost',
      // In five rounds chance may leave every log as it is.
      holds: promised > 0 && kept === promised && (short || compacted > 0),
    },
    {
      name: '… and in the end',
      value: `${arrived} of ${typed} words once each, ${same} of ${screens} screens the same`,
      goal: 'all',
      holds: arrived === typed && same === screens,
    },
  ]
}

async function play({ servers, killed, press, me, pace }: Round): Promise<Counts> {
  const story = await press.draft()
  const typists = await Promise.all(
    people.map((letter, i) => startTypist(servers[i % servers.length]!.baseUrl, story, me, letter)),
  )
  const saved = () => typists.map((typist) => typist.counts().saved)
  try {
    let stopped = false
    const busy = typists.flatMap((typist) => [typist.type(pace.pause, () => stopped), comeAndGo(typist, () => stopped)])
    await until(() => sum(saved()) >= pace.after, 60_000)
    await sleep(Math.random() * pace.within)
    await Promise.all(killed.map((server) => server.kill9()))
    const told = saved()
    stopped = true
    await Promise.all(busy)
    const left = await press.text(story)
    for (const [i, { letter }] of typists.entries()) {
      const there = onceIn(left, letter, told[i] ?? 0)
      if (there !== told[i]) process.stderr.write(`${letter}: ${told[i]} were called saved, ${there} are there once\n`)
    }
    const compacted = (await press.rows(story)) < sum(told) ? 1 : 0
    await Promise.all(killed.map((server) => server.restart()))
    await Promise.all(typists.map(({ connection }) => until(isSaved(connection), 60_000)))
    const whole = await press.text(story)
    const sees = ({ connection }: Typist) => bodyText(toDocument(documentOf(connection)).body) === whole
    await until(() => typists.every(sees), 10_000).catch(() => undefined)
    const typed = typists.map(({ counts }) => counts().typed)
    return {
      promised: sum(told),
      kept: sum(typists.map(({ letter }, i) => onceIn(left, letter, told[i] ?? 0))),
      typed: sum(typed),
      arrived: sum(typists.map(({ letter }, i) => onceIn(whole, letter, typed[i] ?? 0))),
      same: typists.filter(sees).length,
      compacted,
    }
  } finally {
    for (const { connection } of typists) await connection.destroy()
  }
}

/** Every third of them loses the connection now and then, and types on. */
async function comeAndGo(typist: Typist, stopped: () => boolean) {
  if (people.indexOf(typist.letter) % 3) return
  while (!stopped()) {
    await sleep(100 + Math.random() * 600)
    goOffline(typist.connection)
    await sleep(Math.random() * 400)
    comeBack(typist.connection)
  }
}

const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0)
