import { appendAudit } from '#lib/audit/commands'
import type { Tx } from '#lib/db/client'

import type { FieldName, MediaFields } from '../fields'
import { media } from '../tables'
import { foldedOf } from '../words'
import { planExpiry } from './put'
import { keepFile } from './sweep'
import type { TakenIn } from './take-in'

/** What a file tells of itself, where in the store it lies, and what is said of it. */
export type Inserted = Omit<TakenIn, 'said' | 'fromFile'> & {
  id: string
  file: string
  said: Partial<MediaFields> & Pick<MediaFields, 'name'>
  fromFile?: FieldName[]
  guessed?: boolean
}

/** Adds to the library what lies in the store already. @param by the person who put it there */
export async function insertMedia(
  tx: Tx,
  { said, fromFile = [], ...taken }: Inserted,
  by: string,
  at: Date,
): Promise<void> {
  const fields = { alt: '', caption: '', credit: '', source: '', notes: '', dateline: '', keywords: [], ...said }
  await keepFile(tx, taken.file)
  await tx.insert(media).values({
    ...{ ...taken, ...fields, fromFile, crops: {} },
    ...{ folded: foldedOf(fields), createdBy: by, createdAt: at },
  })
  if (said.expiresAt) await planExpiry(tx, taken.id, at)
  await appendAudit(tx, { actorId: by, act: 'add-media', subject: `media:${taken.id}`, at })
}
