import type { Actor } from '#lib/auth/actor'
import type { Reader, Tx } from '#lib/db/client'
import type { Merge } from '#lib/three-way'

import type { DraftKind } from './ref'

/** Who did something, and when; null for what nobody did. */
export type By = { by: string | null; at: Date }

/** A working copy that is kept whole; `version` 0 while nobody has worked on what is made by rule. */
export type Draft<Content> = {
  id: string
  version: number
  content: Content
  fingerprint: string
  editedBy: string | null
  editedAt: Date | null
}

/** What readers get: a kept revision. */
export type Given<Content> = { id: number; content: Content }

/** What a front, page or menu tells of itself; the rest is done with all of them alike (`commands/of-noun`). */
export type Noun<Content> = {
  kind: DraftKind
  /** Its draft. @throws Refusal `not-found`, also for whoever may not edit it */
  load: (on: Reader, actor: Actor, id: string) => Promise<Draft<Content>>
  /** A kept content as it is said by now. */
  lift: (content: unknown, schema: number) => Content
  /** Without what no page can carry, in one way for the same content. @throws Refusal `invalid` for what cannot be */
  written: (id: string, content: Content) => Content
  merge: Merge<Content>
  /** What else who clashes with a colleague is shown of theirs. */
  tell?: (tx: Tx, actor: Actor, theirs: Content) => Promise<object>
  /** What of it readers would get at that hour, where that is not all. */
  until?: (content: Content, at: Date) => Content
  /** What stands between it and readers at that hour. */
  faults: (tx: Tx, id: string, content: Content, at: Date) => Promise<{ message: string }[]>
  /** Whether readers would be shown something else by it, though they have what it says. */
  shows?: (tx: Tx, id: string, content: Content) => Promise<boolean>
  /** A revision that says this: the last one, where that does. */
  keep: (tx: Tx, id: string, content: Content, by: By) => Promise<Given<Content> & { number: number }>
  /** Makes the draft say this. @returns its version */
  put: (tx: Tx, draft: { id: string; version: number }, content: Content, by: By) => Promise<number>
  /** Gives readers a kept revision; it asks neither who may nor whether all is right. @returns its place in the publication log */
  give: (tx: Tx, id: string, revision: Given<Content>, by: { by: string; at: Date }) => Promise<number>
}
