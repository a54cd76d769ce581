import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'

import type { Actor } from '#lib/auth/actor'
import { db } from '#lib/db/client'
import { isRefusal } from '#lib/errors'
import { blockText } from '#lib/story/document/text'
import { bodyOf, toDocument } from '#lib/story/document/ydoc'
import { compact } from '#lib/story/log/compact'
import { loadLog } from '#lib/story/log/read'
import { appendUpdate } from '#lib/story/log/write'
import { forkName, readName } from '#lib/story/text-name'
import { someBlocks } from '#lib/testing/blocks'
import { testDatabase } from '#lib/testing/database'
import { everyDocument } from '#lib/testing/document'
import { beginStory, edited, typeHeadline } from '#lib/testing/log'
import { newsroom, when } from '#lib/testing/newsroom'
import { cardsFor, followed, indexIn, seenOf, textOf } from '#lib/testing/suggestions'

import { wordsOf } from './cards'
import { decideSuggestions } from './commands/decide'
import { decidedSuggestions } from './tables'

/** Rounds of each, and for how long at most, in milliseconds; more by hand. */
const ROUNDS = Number(process.env.STET_ROUNDS ?? 6)
const LONGEST = ROUNDS * 3000

type Step =
  | { do: 'type' | 'bold' | 'remove'; who: number; block: number }
  | { do: 'headline' | 'split' | 'leave' | 'come'; who: number; block: number }
  | { do: 'accept' | 'reject' | 'tidy'; who: number; block: number }

const kinds: Step['do'][] = [
  'type',
  'type',
  'type',
  'type',
  'headline',
  'bold',
  'split',
  'remove',
  'leave',
  'come',
  'come',
  'accept',
  'accept',
  'reject',
  'tidy',
]
const steps = fc.array(
  fc.record({ do: fc.constantFrom(...kinds), who: fc.nat(2), block: fc.nat(6) }) as fc.Arbitrary<Step>,
  { minLength: 10, maxLength: 30 },
)

/**
 * Three people at one story, each with a document of their own, online or not; decisions are an editor's. What is typed
 * is a sign of its own each time: nobody can type into the middle of it.
 */
async function play(
  storyId: string,
  people: (Actor & { forks: boolean })[],
  editor: Actor,
  sequence: Step[],
  splits: boolean,
) {
  const clients = people.map((person) => ({
    person,
    name: person.forks ? forkName(storyId, person.id) : storyId,
    ydoc: new Y.Doc(),
    online: true,
  }))
  type Client = (typeof clients)[number]
  const gone = { words: new Set<string>(), blocks: new Set<string>() }
  const typed = new Map<string, { client: Client; block: string }>()

  async function sync({ name, person, ydoc, online }: Client) {
    if (!online) return
    const server = await loadLog(db, name)
    const update = Y.encodeStateAsUpdate(ydoc, Y.encodeStateVector(server))
    if (!Y.snapshotContainsUpdate(Y.snapshot(server), update))
      await appendUpdate({ ...readName(name), update, by: person.id, at: when })
    Y.applyUpdate(ydoc, Y.encodeStateAsUpdate(await loadLog(db, name)))
  }
  const syncAll = async () => {
    for (const client of [...clients, ...clients]) await sync(client)
  }
  const wordsIn = (text: string) => text.match(/[\u2460-\u24ff]/g) ?? []
  const loses = (was: string, is: string) => {
    for (const word of wordsIn(was)) if (!is.includes(word)) gone.words.add(word)
  }

  async function decide(verdict: 'accept' | 'reject', nth: number) {
    for (const { person } of clients.filter((client) => client.person.forks)) {
      const open = await cardsFor(storyId, person)
      const card = open[nth % Math.max(1, open.length)]
      if (!card) continue
      try {
        await decideSuggestions(editor, storyId, verdict, seenOf(person, [card]), when)
      } catch (error) {
        if (isRefusal(error) && error.reason === 'conflict') continue
        throw error
      }
      const [was, is] = [wordsOf(card, 'was'), wordsOf(card, 'is')]
      if (verdict === 'accept') loses(was, is)
      else loses(is, was)
      for (const hunk of card.hunks) if ((verdict === 'accept' ? hunk.is : hunk.was) === null) gone.blocks.add(hunk.at)
    }
  }

  function edit(client: Client, step: Step, word: string) {
    const { ydoc } = client
    const blocks = bodyOf(ydoc).toArray() as Y.XmlElement[]
    const block = blocks[step.block % blocks.length]
    const id = block?.getAttribute('id')
    if (!block || !id) return
    const line = () => {
      if (!(block.get(0) instanceof Y.XmlText)) block.insert(0, [new Y.XmlText()])
      return block.get(0) as Y.XmlText
    }
    if (step.do === 'headline') {
      typed.set(word, { client, block: 'headline' })
      return edited(ydoc, typeHeadline(word))
    }
    if (step.do === 'type') {
      typed.set(word, { client, block: id })
      return edited(ydoc, () => line().insert(Math.min(step.block * 3, line().length), word))
    }
    if (step.do === 'bold') return edited(ydoc, () => line().format(0, Math.min(3, line().length), { bold: {} }))
    if (step.do === 'remove' && blocks.length > 2) {
      const [own] = toDocument(ydoc).body.content.filter(({ attrs }) => attrs.id === id)
      loses(own ? blockText(own) : '', '')
      gone.blocks.add(id)
      return edited(ydoc, () => bodyOf(ydoc).delete(indexIn(ydoc, id), 1))
    }
    // A split is a copy of the tail: two who split one paragraph unseen by each other have it twice, in any editor.
    if (step.do === 'split' && splits && client.online && client.person.forks)
      return edited(ydoc, () => {
        const text = line()
        const said = text.toJSON().replace(/<[^>]*>/g, '')
        const at = said.indexOf(' ', Math.floor(said.length / 2)) + 1
        if (at < 1 || text.toDelta().length > 1) return
        const made = new Y.XmlElement('paragraph')
        made.setAttribute('id', `s${word.charCodeAt(0)}`)
        made.insert(0, [new Y.XmlText(said.slice(at))])
        text.delete(at, said.length - at)
        bodyOf(ydoc).insert(indexIn(ydoc, id) + 1, [made])
      })
    return undefined
  }

  await syncAll()
  for (const [index, step] of sequence.entries()) {
    const client = clients[step.who]!
    if (step.do === 'leave') client.online = false
    else if (step.do === 'come') client.online = true
    else if (step.do === 'accept' || step.do === 'reject') await decide(step.do, step.block)
    else if (step.do === 'tidy') await compact(clients[step.who]!.name)
    else {
      if (step.do === 'split') await sync(client)
      edit(client, step, String.fromCharCode(0x2460 + index))
    }
    await sync(client)
    await followed(storyId)
  }
  for (const client of clients) client.online = true
  await syncAll()
  await followed(storyId)
  await syncAll()

  const story = await textOf(storyId)
  const said = JSON.stringify(story)
  const told = JSON.stringify(
    await db
      .select({ card: decidedSuggestions.card })
      .from(decidedSuggestions)
      .where(eq(decidedSuggestions.storyId, storyId)),
  )
  for (const { ydoc, name } of clients) {
    const server = await textOf(name)
    expect(toDocument(ydoc)).toEqual(server)
    for (const word of typed.keys())
      expect(JSON.stringify(server).split(word).length, `${word} in ${name}`).toBeLessThan(3)
  }
  for (const [word, { client, block }] of typed) {
    const there =
      said.includes(word) || (client.person.forks && JSON.stringify(await textOf(client.name)).includes(word))
    const excused = gone.words.has(word) || gone.blocks.has(block) || told.includes(word)
    expect(there || excused, `${word} of ${client.person.id} in ${block}`).toBe(true)
  }
  // What is open is what somebody suggests: accepted it is the fork, rejected the story.
  for (const { person, name } of clients.filter((client) => client.person.forks)) {
    const fork = await textOf(name)
    const seen = seenOf(person, await cardsFor(storyId, person))
    if (!seen.length) expect(fork).toEqual(await textOf(storyId))
    else await decideSuggestions(editor, storyId, 'accept', seen, when)
    expect(await textOf(storyId)).toEqual(await textOf(name))
  }
}

test.each([
  ['two editors and a suggester', ['nadia', 'sal', 'kit'], true],
  ['an editor and two suggesters', ['sal', 'tom', 'kit'], false],
] as const)(
  '%s, with disconnects, suggestions, accepts and rejects: all end equal, nothing is lost or doubled',
  async (_, ids, splits) => {
    const database = await testDatabase()
    const desk = await newsroom()
    const suggesters: readonly string[] = splits ? ['kit'] : ['tom', 'kit']
    const people = ids.map((id) => ({ ...desk[id], forks: suggesters.includes(id) }))
    let stories = 0
    try {
      await fc.assert(
        fc.asyncProperty(steps, async (sequence) => {
          stories += 1
          await beginStory(`s${stories}`, { ...everyDocument, body: { type: 'doc', content: text } })
          await play(`s${stories}`, people, desk.sal, sequence, splits)
        }),
        { numRuns: ROUNDS, interruptAfterTimeLimit: LONGEST, includeErrorInReport: true },
      )
    } finally {
      await database.drop()
    }
  },
  LONGEST + 60_000,
)

const text = someBlocks(
  'The river rose in the night.',
  'Nobody slept in the town.',
  'The gates were shut.',
  'It was late.',
)
