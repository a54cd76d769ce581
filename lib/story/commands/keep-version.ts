import { eq } from 'drizzle-orm'

import type { Tx } from '#lib/db/client'
import { findLastFingerprint, keepRevision } from '#lib/publication/revisions'

import { fieldsFingerprint, type StoryFields, type StoryVersion, storyFingerprint, textFingerprint } from '../content'
import { type StoryDocument, schemaVersion } from '../document/nodes'
import { bodyText, countWords } from '../document/text'
import { storySpells } from '../log/tables'
import { type Reason, storyRevisions } from '../tables'

/** What stood in a working copy. */
export type Stood = { document: StoryDocument; fields: StoryFields }

export type Keeping = {
  why: Reason
  /** Who made it, or edited it last; null for the system. */
  by: string | null
  at: Date
  name?: string
  people?: string[]
  /** Number of the revision that is restored over it. */
  restored?: number
}

/** As a revision keeps it. */
export const contentOf = ({ document: { headline, standfirst, body }, fields }: Stood): StoryVersion => ({
  headline,
  standfirst,
  body,
  ...fields,
})

/** Equal of two that say the same: nothing new is to be kept. */
const fingerprintOf = ({ document, fields }: Stood) =>
  storyFingerprint(textFingerprint(document), fieldsFingerprint(fields))

/** Keeps a version of the working copy, whatever was kept before. With it the spell of work under way is over. */
export async function keepVersion<Version extends StoryVersion>(
  tx: Tx,
  storyId: string,
  stood: Stood & { content: Version },
  keeping: Keeping,
): Promise<{ id: number; number: number; content: Version }> {
  const { content, document } = stood
  const { by, at } = keeping
  const revision = await keepRevision(tx, {
    kind: 'story',
    subject: storyId,
    schema: document.schema,
    content,
    fingerprint: fingerprintOf(stood),
    by,
    at,
  })
  await tellOf(tx, storyId, revision, keeping)
  await forgetSpell(tx, storyId)
  return revision
}

/**
 * Keeps a revision for readers in the place of one that was kept: the same text, other fields.
 * @param content as the document's present schema says it
 * @param before the kept one's fingerprint
 */
export async function keepWithFields<Version extends StoryVersion>(
  tx: Tx,
  storyId: string,
  content: Version,
  before: string,
  { by, at }: Pick<Keeping, 'by' | 'at'>,
): Promise<{ id: number; content: Version }> {
  const [text = ''] = before.split('.')
  const fingerprint = storyFingerprint(text, fieldsFingerprint(content))
  const of = { kind: 'story', subject: storyId, schema: schemaVersion } as const
  const revision = await keepRevision(tx, { ...of, content, fingerprint, by, at })
  await tellOf(tx, storyId, revision, { why: 'published' })
  return revision
}

/** What the desk is to know of a revision that was kept. */
async function tellOf(
  tx: Tx,
  storyId: string,
  revision: { id: number; content: StoryVersion },
  { why, name = '', people = [], restored }: Pick<Keeping, 'why' | 'name' | 'people' | 'restored'>,
): Promise<void> {
  const words = countWords(bodyText(revision.content.body))
  await tx.insert(storyRevisions).values({ revision: revision.id, storyId, why, name, people, words, restored })
}

/**
 * Keeps a version unless the last revision says the same.
 * @returns the number of the revision that holds it
 */
export async function keepChanged(tx: Tx, storyId: string, stood: Stood, keeping: Keeping): Promise<number> {
  const last = await findLastFingerprint(tx, 'story', storyId)
  if (last?.fingerprint === fingerprintOf(stood)) {
    await forgetSpell(tx, storyId)
    return last.number
  }
  return (await keepVersion(tx, storyId, { ...stood, content: contentOf(stood) }, keeping)).number
}

async function forgetSpell(tx: Tx, storyId: string): Promise<void> {
  await tx.delete(storySpells).where(eq(storySpells.storyId, storyId))
}
