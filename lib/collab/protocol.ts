import * as Y from 'yjs'

import { schemaVersion } from '#lib/story/document/nodes'
import type { NudgeAbout } from '#lib/story/nudges'

/** Where the co-editing socket is, on the desk's own origin. */
export const collabPath = '/collab'

/**
 * What a browser sends beside Yjs. `mark`: has everything before this been kept? `n` only ever grows. `has`: the same of
 * who may only read, and sends nothing: does the server have all of this, a Yjs snapshot as base64?
 */
export type FromBrowser = { t: 'mark'; n: number } | { t: 'has'; n: number; seen: string }

/**
 * `marked`: all that was sent before mark `n` is in the log. `refused`: nothing more of this connection is taken.
 * `nudge`: something beside the text has changed, and is to be read again.
 */
export type FromServer =
  | { t: 'marked'; n: number }
  | { t: 'refused'; reason: string }
  | { t: 'nudge'; about: NudgeAbout }

/**
 * Why a story is not opened: no session, or another person's than the page was made for; a page of another version of
 * the document; no such story for this person.
 */
export type Denial = 'signed-out' | 'schema' | 'not-found'

/** @property nudged the last nudge before the page was made: what came after it, it has not seen */
type Opening = { schema: number; personId: string; reads: boolean; nudged?: number }

/**
 * What the browser shows of itself when it opens a text: the document's version that it knows, and for whom.
 * @param reads it will not write, whatever this person may
 */
export const opening = (personId: string, reads = false, nudged?: number) =>
  `${schemaVersion} ${personId}${reads ? ' reads' : ''}${nudged === undefined ? '' : ` ${nudged}`}`

/** @returns undefined for what no browser of ours sends */
export function readOpening(token: string): Opening | undefined {
  const [, schema, personId, reads, nudged] = /^(\d{1,9}) (\S{1,64})( reads)?(?: (\d{1,15}))?$/.exec(token) ?? []
  if (!schema || !personId) return undefined
  return { schema: Number(schema), personId, reads: reads !== undefined, ...(nudged && { nudged: Number(nudged) }) }
}

/** @returns undefined for what is no mark */
export function readMark(payload: string): number | undefined {
  const [, n] = /^\{"t":"mark","n":(\d{1,15})\}$/.exec(payload) ?? []
  return n === undefined ? undefined : Number(n)
}

/** A snapshot of 10,000 scattered edits has 5 kB. In characters of base64. */
const LARGEST_SEEN = 200_000

/** @returns undefined for what is no such question */
export function readHas(payload: string): { n: number; seen: Y.Snapshot } | undefined {
  const [, n, seen] = /^\{"t":"has","n":(\d{1,15}),"seen":"([A-Za-z0-9+/=]*)"\}$/.exec(payload) ?? []
  if (!n || !seen || seen.length > LARGEST_SEEN) return undefined
  try {
    return { n: Number(n), seen: Y.decodeSnapshot(Uint8Array.from(atob(seen), (sign) => sign.charCodeAt(0))) }
  } catch {
    return undefined
  }
}
