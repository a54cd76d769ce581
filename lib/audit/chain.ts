import { createHmac } from 'node:crypto'

export type Entry = { seq: number; at: number; actorId: string | null; act: string; subject: string; detail: string }

/** HMAC-SHA-256 over the previous hash and every column of the entry; the first entry's previous hash is ''. */
export function chainHash(key: Buffer, previous: string, entry: Entry): string {
  const { seq, at, actorId, act, subject, detail } = entry
  return createHmac('sha256', key)
    .update(JSON.stringify([previous, seq, at, actorId, act, subject, detail]))
    .digest('hex')
}
