import { createHmac } from 'node:crypto'

export type Entry = { seq: number; at: number; actorId: string | null; act: string; subject: string; detail: string }

/** HMAC-SHA-256 over the previous hash and every column of the entry; the first entry's previous hash is ''. */
export function chainHash(key: Buffer, previous: string, entry: Entry): string {
  const { seq, at, actorId, act, subject, detail } = entry
  return createHmac('sha256', key)
    .update(JSON.stringify([previous, seq, at, actorId, act, subject, detail]))
    .digest('hex')
}

/** First place where a chain, in order of `seq`, is broken: altered, cut out, or out of order; undefined when it holds. */
export function findBreak(key: Buffer, entries: Iterable<Entry & { hash: string }>): number | undefined {
  let previous = ''
  let next = 1
  for (const entry of entries) {
    if (entry.seq !== next || chainHash(key, previous, entry) !== entry.hash) return next
    previous = entry.hash
    next += 1
  }
  return undefined
}
