import { setTimeout as sleep } from 'node:timers/promises'

import type { FromServer } from '#lib/collab/protocol'
import { documentOf, isSaved, openStory, until } from '#lib/testing/collab'
import { typeBody } from '#lib/testing/log'

import type { SignedIn } from './press-process'

/** How a server with an admin, who may edit every story, is started. */
export const withAdmin = {
  demo: true,
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
  const ydoc = documentOf(connection)
  const provider = connection.state().room?.provider
  let typed = 0
  let saved = 0
  // Marks count edits, the first being what was there when the story was opened; one that Yjs makes by itself counts, too.
  let edits = 1
  const editOf: number[] = []
  ydoc.on('update', (_: Uint8Array, from: unknown) => {
    if (from !== provider) edits += 1
  })
  provider?.on('stateless', ({ payload }: { payload: string }) => {
    const message: FromServer = JSON.parse(payload)
    if (message.t === 'marked') while (saved < typed && (editOf[saved] ?? Infinity) <= message.n) saved += 1
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
          ydoc.transact(() => typeBody(`${letter}${typed}. `)(ydoc))
          editOf.push(edits)
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
