import { and, asc, eq, gt, isNotNull } from 'drizzle-orm'

import type { Tx } from '#lib/db/client'
import { enqueue } from '#lib/jobs/commands'
import { findLastFingerprint } from '#lib/publication/revisions'

import { bodyText } from '../document/text'
import { toDocument } from '../document/ydoc'
import { loadLog } from '../log/read'
import { storyLog, storyProjections, storySpells } from '../log/tables'
import { fieldsOf, type LoadedStory, loadStory } from '../queries/load'
import { loadNow } from '../queries/now'
import { continueSpell, type Edit, endsAt, isOver, type Spell } from '../spell'
import { keepChanged, type Stood } from './keep-version'

/**
 * Takes up what people have typed since lists were told last, so to be called before they are: where a spell of work
 * ended, what stood then is kept, and the one under way is noted.
 */
export async function followTyping(tx: Tx, storyId: string): Promise<void> {
  const typed = await listTyped(tx, storyId)
  if (!typed.length) return
  await join(tx, storyId, typed, async ({ seq }) => ({
    document: toDocument(await loadLog(tx, storyId, seq)),
    fields: fieldsOf(await loadStory(tx, storyId)),
  }))
}

/**
 * The same for an edit of the fields.
 * @param story as it stood before
 */
export async function noteEdit(tx: Tx, story: LoadedStory, edit: Edit): Promise<void> {
  await followTyping(tx, story.id)
  await join(tx, story.id, [edit], async () => ({
    document: toDocument(await loadLog(tx, story.id)),
    fields: fieldsOf(story),
  }))
}

/**
 * For the job that was planned when a spell of work began: keeps what stands if the spell under way is over now, else
 * plans when to look again. Nothing where it ended otherwise, as by a publication.
 */
export async function endSpell(tx: Tx, storyId: string, now: Date): Promise<void> {
  if (!(await findSpell(tx, storyId))) return
  await followTyping(tx, storyId)
  const spell = await findSpell(tx, storyId)
  if (!spell) return
  if (isOver(spell, now)) await keepEnded(tx, storyId, spell, await loadNow(tx, storyId))
  else await planEnd(tx, storyId, spell, now)
}

/** @param stoodBefore what stood before an edit */
async function join<E extends Edit>(
  tx: Tx,
  storyId: string,
  edits: E[],
  stoodBefore: (edit: E) => Promise<Stood>,
): Promise<void> {
  const under = await findSpell(tx, storyId)
  const [first] = edits
  if (!under && first) await keepBeginning(tx, storyId, () => stoodBefore(first))
  const { ended, spell } = continueSpell(under, edits)
  for (const { spell: over, before } of ended) await keepEnded(tx, storyId, over, await stoodBefore(edits[before]!))
  if (!spell) return
  const { begunAt, editedAt, people } = spell
  await tx
    .insert(storySpells)
    .values({ storyId, ...spell })
    .onConflictDoUpdate({ target: storySpells.storyId, set: { begunAt, editedAt, people } })
  if (begunAt !== under?.begunAt) await planEnd(tx, storyId, spell, new Date())
}

const keepEnded = (tx: Tx, storyId: string, { people, editedAt }: Spell, stood: Stood) =>
  keepChanged(tx, storyId, stood, { why: 'spell', by: people.at(-1) ?? null, at: editedAt, people })

/** A story that came with a text, as an imported one does, keeps that from the first edit on. */
async function keepBeginning(tx: Tx, storyId: string, before: () => Promise<Stood>) {
  if (await findLastFingerprint(tx, 'story', storyId)) return
  const stood = await before()
  const { document } = stood
  if (!document.headline && !document.standfirst && !bodyText(document.body)) return
  const [told] = await tx
    .select({ at: storyProjections.editedAt, by: storyProjections.editedBy })
    .from(storyProjections)
    .where(eq(storyProjections.storyId, storyId))
  if (told) await keepChanged(tx, storyId, stood, { why: 'begun', ...told })
}

/** One job a story: when it comes too early, since work went on, it plans itself anew. */
const planEnd = (tx: Tx, storyId: string, spell: Spell, now: Date) => {
  const payload: SpellJob = { storyId }
  return enqueue(tx, { name: 'spell', payload, dueAt: endsAt(spell), dedupe: spellJob(storyId) }, now)
}

export type SpellJob = { storyId: string }

/** Its `dedupe`. */
export const spellJob = (storyId: string) => `spell:${storyId}`

async function findSpell(tx: Tx, storyId: string): Promise<Spell | undefined> {
  const [row] = await tx
    .select({ begunAt: storySpells.begunAt, editedAt: storySpells.editedAt, people: storySpells.people })
    .from(storySpells)
    .where(eq(storySpells.storyId, storyId))
  return row
}

/** People's edits that no list tells of yet. */
async function listTyped(tx: Tx, storyId: string): Promise<(Edit & { seq: number })[]> {
  const [told] = await tx
    .select({ editedAt: storyProjections.editedAt })
    .from(storyProjections)
    .where(eq(storyProjections.storyId, storyId))
  if (!told) return []
  const rows = await tx
    .select({ seq: storyLog.seq, by: storyLog.by, at: storyLog.at })
    .from(storyLog)
    .where(
      and(eq(storyLog.storyId, storyId), eq(storyLog.fork, ''), isNotNull(storyLog.by), gt(storyLog.at, told.editedAt)),
    )
    .orderBy(asc(storyLog.seq))
  return rows.map(({ seq, by, at }) => ({ seq, by: by!, at }))
}
