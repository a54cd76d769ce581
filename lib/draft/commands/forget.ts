import { eq } from 'drizzle-orm'

import type { Tx } from '#lib/db/client'
import { forgetDraftNews } from '#lib/notification/commands'

import type { DraftRef } from '../ref'
import { draftSchedules } from '../tables'

/** What was planned of something that is no more, and what was told of it, in the caller's transaction: before its revisions go, which plans pin. */
export async function forgetDraft(tx: Tx, draft: DraftRef): Promise<void> {
  await tx.delete(draftSchedules).where(eq(draftSchedules.draft, draft))
  await forgetDraftNews(tx, draft)
}
