import { schemaVersion } from '#lib/story/document/nodes'

/** Where the co-editing socket is, on the desk's own origin. */
export const collabPath = '/collab'

/** What a browser sends beside Yjs: has everything before this been kept? `n` only ever grows. */
export type FromBrowser = { t: 'mark'; n: number }

/** `marked`: all that was sent before mark `n` is in the log. `refused`: nothing more of this connection is taken. */
export type FromServer = { t: 'marked'; n: number } | { t: 'refused'; reason: string }

/**
 * Why a story is not opened: no session, or another person's than the page was made for; a page of another version of
 * the document; no such story for this person.
 */
export type Denial = 'signed-out' | 'schema' | 'not-found'

/** What the browser shows of itself when it opens a story: the document's version that it knows, and for whom. */
export const opening = (personId: string) => `${schemaVersion} ${personId}`

/** @returns undefined for what no browser of ours sends */
export function readOpening(token: string): { schema: number; personId: string } | undefined {
  const [, schema, personId] = /^(\d{1,9}) (\S{1,64})$/.exec(token) ?? []
  return schema && personId ? { schema: Number(schema), personId } : undefined
}

/** @returns undefined for what is no mark */
export function readMark(payload: string): number | undefined {
  const [, n] = /^\{"t":"mark","n":(\d{1,15})\}$/.exec(payload) ?? []
  return n === undefined ? undefined : Number(n)
}
