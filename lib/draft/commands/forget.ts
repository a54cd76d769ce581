import { and, eq } from 'drizzle-orm'

import type { Tx } from '#lib/db/client'
import { forgetDraftNews } from '#lib/notification/commands'
import { revisions } from '#lib/publication/tables'

import { type DraftRef, readRef } from '../ref'
import { draftSchedules } from '../tables'

/** What is kept, planned and told of something that is no more, in the caller's transaction; its draft is the caller's. */
export async function forgetDraft(tx: Tx, draft: DraftRef): Promise<void> {
  const { kind, id } = readRef(draft)
  // Plans pin revisions, so they go first.
  await tx.delete(draftSchedules).where(eq(draftSchedules.draft, draft))
  await forgetDraftNews(tx, draft)
  await tx.delete(revisions).where(and(eq(revisions.kind, kind), eq(revisions.subject, id)))
}
