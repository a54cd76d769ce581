import type { Tx } from '#lib/db/client'
import { conflict, Refusal } from '#lib/errors'
import { namesOf } from '#lib/people/queries'
import { findShown } from '#lib/publication/queries'

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

/**
 * That an editor who takes something from readers has seen what they have.
 * @param seen place in the publication log of the act by which readers have it
 * @param none what is said where they have none
 * @throws Refusal `rule` where readers have none, `conflict` where they have another by now
 */
export async function ensureShown(tx: Tx, kind: DraftKind, id: string, seen: number, none: string): Promise<void> {
  const shown = await findShown(tx, kind, id)
  if (!shown) throw new Refusal('rule', none)
  if (shown.seq !== seen) throw conflict(`Not taken back. Readers have another ${kind} by now; look at it first.`)
}
