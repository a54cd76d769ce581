import type { HocuspocusProvider } from '@hocuspocus/provider'
import type * as Y from 'yjs'

import type { NudgeAbout } from '#lib/story/nudges'

import type { Pause } from './pause'
import type { Place, Save } from './save'

/** A document to mount editors on; a new `key` is a new document. `pause` is for the time of a composition. */
export type Room = { key: number; ydoc: Y.Doc; provider: HocuspocusProvider; pause: Pause }

export type State = {
  /** null until the text is there, from the server or from this device. */
  room: Room | null
  save: Save
  place: Place
  /** When the server last had all of it, in milliseconds; 0 before. */
  savedAt: number
  /** Who is in the story now, oneself first. */
  names: string[]
  /** The server is there and has told all of its text. */
  connected: boolean
  /** Something was typed here, now or before, that may not be in the server's log. */
  owes: boolean
  readOnly: boolean
  signedOut: boolean
  /** How often something beside the text is to be read again: it changed, or may have while nobody could tell. */
  nudges: Record<NudgeAbout, number>
  /** Why the server takes nothing more; `place` says where the text is. */
  refusal?: string
  /** The page is of another version than the server: only a new one goes on. */
  outdated: boolean
}

/** Of a story that is about to be opened. */
export const unopened = (name: string): State => ({
  room: null,
  save: 'opening',
  place: 'server',
  savedAt: 0,
  names: [name],
  connected: false,
  owes: false,
  readOnly: false,
  signedOut: false,
  nudges: { comments: 0, hold: 0, suggestions: 0, publishing: 0, media: 0 },
  outdated: false,
})

/** What changes with each letter that is typed; the rest changes seldom. */
export type Moving = Pick<State, 'save' | 'savedAt' | 'place' | 'owes'>
export type Standing = Omit<State, keyof Moving>

export function standingOf({ save: _, savedAt: _at, place: _place, owes: _owes, ...standing }: State): Standing {
  return standing
}

/** Whether a screen has nothing to draw anew. */
export const isSame = <T extends object>(a: T, b: T) =>
  Object.entries(b).every(([key, value]) => a[key as keyof T] === value)
