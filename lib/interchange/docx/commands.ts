import { join } from 'node:path'

import pLimit from 'p-limit'

import type { Actor } from '#lib/auth/actor'
import { ensure } from '#lib/auth/permissions'
import { db } from '#lib/db/client'
import { Refusal } from '#lib/errors'
import { loadStory } from '#lib/story/queries/load'

import { convertWord } from './convert'
import { largestWord, type WordText } from './word-text'

/** Each takes a core and memory of its own. */
const atOnce = pLimit(2)
/** So many are held, from their first byte on: of everybody, and of one person, who may send slowly. */
const most = 8
const mostOfOne = 2
/** Whose files are held. */
const held: string[] = []

/**
 * The text of a Word file, for somebody to put into a story that they write or make suggestions in. Nothing is kept.
 * @param file its bytes as they come in
 * @throws Refusal with what is wrong with the file
 */
export async function readWordFile(
  actor: Actor,
  storyId: string,
  file: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
): Promise<WordText> {
  const story = await loadStory(db, storyId)
  ensure(actor, 'suggest', story)
  if (story.spikedAt) throw new Refusal('rule', 'This story is spiked. Take it off the spike to write in it.')
  if (held.length >= most || held.filter((person) => person === actor.id).length >= mostOfOne)
    throw new Refusal('busy', 'Many files are being read just now. Try again in a minute.')
  held.push(actor.id)
  try {
    const bytes = await collect(file)
    return await atOnce(() => convertWord(bytes, { program, signal }))
  } finally {
    held.splice(held.indexOf(actor.id), 1)
  }
}

/** Built beside the server; see lib/cli/start.mjs. */
const program = join(/* turbopackIgnore: true */ process.cwd(), '.build', 'docx.mjs')

async function collect(file: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of file) {
    length += part.length
    if (length > largestWord) throw new Refusal('too-large', `This file is larger than ${largestWord / 1_000_000} MB.`)
    parts.push(part)
  }
  return Buffer.concat(parts)
}
