import { eq } from 'drizzle-orm'

import { appendAudit } from '#lib/audit/commands'
import type { Actor } from '#lib/auth/actor'
import { mayMove } from '#lib/auth/permissions'
import { db, type Tx } from '#lib/db/client'
import { Refusal } from '#lib/errors'
import { sections } from '#lib/section/tables'
import { storyProjections } from '../log/tables'
import { presentationFaults } from '../presentation-faults'
import type { LoadedStory } from '../queries/load'
import { isScheduled } from '../queries/plans'
import { isLive } from '../queries/publish-state'
import { slugFault } from '../slug'
import { slugByHeadline } from './follow-headline'
import { addressTaken, findFreer } from './free-address'
import { linkFaults } from './linked-stories'
import { ensurePicture } from './main-picture'
import { loadForChange, type OwnFields, writeFields } from './write-fields'

const longest = 100_000 // words

/**
 * Writes the fields given; the others stay. A slug of '' lets it follow the headline again.
 * @param seen the version on screen
 * @returns the next version, and the slug, which a change of section may have numbered
 * @throws Refusal `conflict` with both values, `invalid` with a message a field, and as detail `{ free }` a slug that is free
 */
export function setFields(actor: Actor, id: string, seen: number, fields: Partial<OwnFields>, now = new Date()) {
  return db.write(async (tx) => {
    const story = await loadForChange(tx, actor, id, seen, fields, now)
    await ensureValid(tx, actor, story, fields)
    const sectionId = fields.sectionId === undefined ? story.sectionId : fields.sectionId
    if (sectionId !== story.sectionId) await ensureMayMove(tx, actor, story)
    const slugEdited = fields.slug === undefined ? story.slugEdited : fields.slug !== ''
    const slug =
      fields.slug || (await slugByHeadline(tx, { ...story, slugEdited }, await headlineOf(tx, story), sectionId))
    await ensureFree(tx, story, sectionId, slug)
    const version = await writeFields(tx, story, { ...fields, slug, slugEdited }, { by: actor.id, at: now })
    await appendAudit(tx, {
      actorId: actor.id,
      act: 'edit',
      subject: `story:${id}`,
      detail: {
        fields: Object.keys(fields).filter((name) => !inAudit.includes(name)),
        from: inIds(story, fields),
        to: inIds(fields, fields),
      },
      at: now,
    })
    return { version, slug }
  })
}

/** Fields whose values may stand in the audit: they are no text. */
const inAudit = ['sectionId', 'commissionedWords', 'main']

/** What may stand in the audit of those fields that change: no text. */
function inIds(values: Partial<OwnFields>, changed: Partial<OwnFields>) {
  return {
    ...(changed.sectionId !== undefined && { section: values.sectionId }),
    ...(changed.main !== undefined && { picture: values.main?.media }),
    ...(changed.commissionedWords !== undefined && { words: values.commissionedWords }),
  }
}

async function ensureValid(
  tx: Tx,
  actor: Actor,
  story: LoadedStory,
  { slug, sectionId, main, canonicalUrl, commissionedWords: words, ...wanted }: Partial<OwnFields>,
) {
  const faults: Record<string, string> = {
    ...(await linkFaults(tx, actor, story, wanted)),
    ...presentationFaults(story.id, wanted),
  }
  const fault = slug && slugFault(slug)
  if (fault) faults.slug = fault
  if (canonicalUrl && !isWebAddress(canonicalUrl)) faults.canonicalUrl = 'The address begins with https:// or http://.'
  if (sectionId && !(await tx.$count(sections, eq(sections.id, sectionId))))
    faults.sectionId = 'There is no such section.'
  if (words != null && !(Number.isInteger(words) && words > 0 && words <= longest))
    faults.commissionedWords = 'A length is a whole number of words, a hundred thousand at most.'
  if (main) await ensurePicture(tx, actor, main, story.main)
  const [first] = Object.values(faults)
  if (first) throw new Refusal('invalid', first, faults)
}

async function ensureMayMove(tx: Tx, actor: Actor, story: LoadedStory) {
  if (mayMove(actor, story, (await isLive(tx, story.id)) || (await isScheduled(tx, story.id)))) return
  const message = 'Only who publishes in its section moves this story out of it.'
  throw new Refusal('forbidden', message, { sectionId: message })
}

async function ensureFree(tx: Tx, story: LoadedStory, sectionId: string | null, slug: string) {
  const free = await findFreer(tx, story.id, sectionId, slug)
  if (!free) return
  const message = addressTaken(slug, free)
  throw new Refusal('invalid', message, { slug: message }, { free })
}

function isWebAddress(text: string) {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}

async function headlineOf(tx: Tx, story: LoadedStory) {
  const [row] = await tx
    .select({ headline: storyProjections.headline })
    .from(storyProjections)
    .where(eq(storyProjections.storyId, story.id))
  return row?.headline ?? ''
}
