import { eq } from 'drizzle-orm'

import type { Tx } from '#lib/db/client'
import { Refusal } from '#lib/errors'
import { revisions } from '#lib/publication/tables'
import { sections } from '#lib/section/tables'

import { fieldsFingerprint, liftContent, type StoryContent } from '../content'
import { stillThere } from '../queries/still-there'
import { keepWithFields } from './keep-version'

/**
 * A revision that was kept for readers, to be given to them now. Topics that others took over meanwhile are those, and
 * who or what is gone is named no more: then it is a revision of its own.
 * @throws Refusal `rule` where its section is gone
 */
export async function loadPinned(
  tx: Tx,
  storyId: string,
  revision: number,
  { by, at }: { by: string; at: Date },
): Promise<{ id: number; content: StoryContent }> {
  const [row] = await tx
    .select({ schema: revisions.schema, content: revisions.content, fingerprint: revisions.fingerprint })
    .from(revisions)
    .where(eq(revisions.id, revision))
  if (!row) throw new Error(`revision ${revision} of story ${storyId} is missing`)
  const kept = liftContent(row.content as StoryContent, row.schema)
  if (!(await tx.$count(sections, eq(sections.id, kept.sectionId))))
    throw new Refusal('rule', 'The section that it was to be in is gone.')
  const content = await stillThere(tx, kept)
  if (fieldsFingerprint(content) === fieldsFingerprint(kept)) return { id: revision, content: kept }
  return keepWithFields(tx, storyId, content, row.fingerprint, { by, at })
}
