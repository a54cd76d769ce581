import { setTimeout as sleep } from 'node:timers/promises'

import type { FromServer } from '#lib/collab/protocol'
import { documentOf, isSaved, openStory, until } from '#lib/testing/collab'
import { typeBody } from '#lib/testing/log'

import type { SignedIn } from './press-process'

/** How a server with an admin, who may edit every story, is started. */
export const withAdmin = {
  args: ['--demo'],
  env: { STET_ADMIN_EMAIL: 'petra.kell@paper.example', STET_ADMIN_PASSWORD: 'a long walk to Orms Bay' },
}

/** Words that are not saved yet: on a slow machine ten in one paragraph would type more than it saves for minutes. */
const MOST_AHEAD = 80

export type Typist = Awaited<ReturnType<typeof startTypist>>

/**
 * Somebody who opens a story over the socket as the edit screen does, and types numbered words.
 * @param letter begins the words, so that they are told from those of others
 */
export async function startTypist(baseUrl: string, story: string, me: SignedIn, letter: string) {
  const jar = { cookie: me.cookie, origin: baseUrl }
  const connection = openStory(baseUrl, story, { ...me, role: 'admin', sections: 'all', sessionId: '' }, jar)
  await until(isSaved(connection), 20_000)
  let typed = 0
  let saved = 0
  // Marks count edits, and each word is one; the first is for what was there when the story was opened.
  connection.state().room?.provider.on('stateless', ({ payload }: { payload: string }) => {
    const message: FromServer = JSON.parse(payload)
    if (message.t === 'marked') saved = message.n - 1
  })
  return {
    letter,
    connection,
    /** How many words were typed, and of how many it was said that they are saved. */
    counts: () => ({ typed, saved }),
    /** Types until it is stopped, never far ahead of what is saved; `pause` in milliseconds. */
    async type(pause: number, stopped: () => boolean) {
      while (!stopped()) {
        if (typed - saved < MOST_AHEAD) {
          typed += 1
          documentOf(connection).transact(() => typeBody(`${letter}${typed}. `)(documentOf(connection)))
        }
        await sleep(pause)
      }
    },
  }
}

/** How often each number of a typist's words is in a text. */
export function wordsOf(text: string, letter: string): Map<number, number> {
  const found = new Map<number, number>()
  for (const [, number] of text.matchAll(new RegExp(`\\b${letter}(\\d+)\\.`, 'g')))
    found.set(Number(number), (found.get(Number(number)) ?? 0) + 1)
  return found
}

/** How many of a typist's words 1 to `count` are in a text exactly once. */
export function onceIn(text: string, letter: string, count: number): number {
  const words = wordsOf(text, letter)
  return Array.from({ length: count }, (_, i) => words.get(i + 1) ?? 0).filter((times) => times === 1).length
}
