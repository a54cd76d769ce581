import type { Tx } from '#lib/db/client'
import { conflict } from '#lib/errors'
import { namesOf } from '#lib/people/queries'

import type { DraftKind } from '../ref'

/**
 * That an editor acts on what the draft says now.
 * @param seen the version on their screen
 * @param lead what has not been done, as a sentence
 * @throws Refusal `conflict` with who has changed it meanwhile
 */
export async function ensureSeen(
  tx: Tx,
  kind: DraftKind,
  { version, editedBy }: { version: number; editedBy: string | null },
  seen: { version: number },
  lead: string,
): Promise<void> {
  if (version === seen.version) return
  const name = editedBy && (await namesOf(tx, [editedBy])).get(editedBy)
  throw conflict(`${lead} ${name || 'Stet'} has changed this ${kind} meanwhile; look at it first.`)
}
