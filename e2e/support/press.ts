import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { DraftRef } from '#lib/draft/ref'
import type { FrontContent } from '#lib/site/front/content'
import type { MediaUse } from '#lib/story/document/nodes'
import type { Pair, PairAct, PairDone } from '#lib/testing/pairs'

import type { Canary } from './canary-words'
import type { Stored } from './press-library'
import type { BegunPair, EndedPair } from './press-pairs'
import type { PictureOrder, Written } from './press-pictures'
import type { Outcome, Planned } from './press-plans'
import type { Answer, Hired, Order, SignedIn } from './press-process'
import type { Sender } from './sending'
import type { RunningServer } from './server'

type Said = Extract<PictureOrder, { do: 'describe' }>

export type Press = ReturnType<typeof startPress>

/**
 * Makes and publishes stories by the commands, in a process of its own beside a server that has the demo paper: what
 * that costs is not counted as the server's.
 */
export function startPress({ settings }: RunningServer) {
  const child = fork('.build/press.mjs', { env: settings })
  const ended = once(child, 'exit')
  async function ask(order: Order): Promise<string> {
    child.send(order)
    const late = ended.then(([code]) => [{ fault: `The press ended with ${code}.` } satisfies Answer])
    const [answer] = (await Promise.race([once(child, 'message'), late])) as [Answer]
    if ('fault' in answer) throw new Error(answer.fault)
    return answer.done
  }
  return {
    /** A draft with text and fields of one of the demo's stories; each time of the next one. @returns its id */
    draft: () => ask({ do: 'draft' }),
    /** A draft as long as that. @returns its id */
    long: (words: number, rich: number) => ask({ do: 'long', words, rich }),
    /** Where readers have it, or will have it. */
    path: (id: string) => ask({ do: 'path', id }),
    /** @returns the story's path */
    publish: (id: string) => ask({ do: 'publish', id }),
    /** Publishes as many drafts. @returns their paths */
    fill: async (count: number): Promise<string[]> => JSON.parse(await ask({ do: 'fill', count })),
    /** Fills the library with as many pictures, without files. @returns when the one in the middle was added, in ms */
    shelve: async (count: number) => Number(await ask({ do: 'shelve', count })),
    /** Schedules as many stories, one after another over so many milliseconds, from soon on. */
    plan: async (count: number, over: number): Promise<Planned[]> => JSON.parse(await ask({ do: 'plan', count, over })),
    /** A story in each state, every text in words that stand nowhere else. @param at the hour that some wait for, in ms */
    hide: async (at: number): Promise<Canary[]> => JSON.parse(await ask({ do: 'hide', at })),
    /** What of all stories waits for an hour waits for this one, in ms. */
    callHour: (at: number) => ask({ do: 'call-hour', at }),
    /** A story that two editors have before them. */
    beginPair: async (pair: Pair, headline: string): Promise<BegunPair> =>
      JSON.parse(await ask({ do: 'begin-pair', pair, headline })),
    /** What one of the two decides on, by what both saw. */
    actInPair: async (who: 0 | 1, act: PairAct, begun: BegunPair): Promise<PairDone> =>
      JSON.parse(await ask({ do: 'act-in-pair', who, act, ...begun })),
    /** @returns what is wrong with how it ended, a sentence each */
    endPair: async (ended: EndedPair): Promise<string[]> => JSON.parse(await ask({ do: 'end-pair', ...ended })),
    /** Files that nothing of the library has are deleted now. */
    sweepLibrary: () => ask({ do: 'sweep-library' }),
    /** For so many milliseconds two people send large pictures one after another. @returns how many were taken */
    sendPictures: async (sender: Sender, ms: number) => Number(await ask({ do: 'send-pictures', sender, ms })),
    /** What of the library lies in the store. */
    lookThroughStore: async (): Promise<Stored> => JSON.parse(await ask({ do: 'look-through-store' })),
    /** What became of all that was scheduled. */
    outcomes: async (): Promise<Outcome[]> => JSON.parse(await ask({ do: 'outcomes' })),
    /** How many schedules wait. */
    waiting: async () => Number(await ask({ do: 'waiting' })),
    /** Changes a story and publishes it, the first time or again. @returns the dateline by which readers can tell */
    update: (id: string) => ask({ do: 'update', id }),
    /** Corrects the headline of a live story, with a note to readers at its top. */
    correct: (id: string, headline: string, note: string) => ask({ do: 'correct', id, headline, note }),
    /** A story of these blocks. @returns its id */
    write: (story: Written) => ask({ do: 'write', story }),
    /** A story's main picture, published with it. */
    illustrate: (id: string, main: MediaUse | null) => ask({ do: 'illustrate', id, main }),
    /** What the library says of something. @param poster of a film */
    describe: (id: string, said: Said['said'], poster?: string) => ask({ do: 'describe', id, said, poster }),
    giveFace: (slug: string, face: string) => ask({ do: 'give-face', slug, face }),
    withdraw: (id: string) => ask({ do: 'withdraw', id }),
    /** What of it waits for its hour happens now. */
    hasten: (id: string) => ask({ do: 'hasten', id }),
    /** A colleague makes the draft of a front say this. */
    draftFront: (id: string, content: FrontContent) => ask({ do: 'draft-front', id, content }),
    /** What of a front waits for its hour happens now. */
    hastenDraft: (id: DraftRef) => ask({ do: 'hasten-draft', id }),
    /** The clock is taken to have jumped by so many milliseconds, until somebody says that it is right. */
    doubtClock: (jump: number) => ask({ do: 'doubt-clock', jump }),
    /** Adds somebody. @returns the cookie of a browser in which they are signed in */
    hire: (person: Hired) => ask({ do: 'hire', person }),
    /** An admin, signed in by a browser. */
    signIn: async (): Promise<SignedIn> => JSON.parse(await ask({ do: 'sign-in' })),
    /** A story's text as its log has it. */
    text: (id: string) => ask({ do: 'text', id }),
    /** In how many rows. */
    rows: async (id: string) => Number(await ask({ do: 'rows', id })),
    async close() {
      child.disconnect()
      await ended
    },
  }
}
