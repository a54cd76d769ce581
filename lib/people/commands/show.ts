import { eq } from 'drizzle-orm'

import type { Tx } from '#lib/db/client'
import { settleMedia } from '#lib/media/commands/show'
import { release } from '#lib/publication/door'
import { findLastRevision, fingerprint, keepRevision } from '#lib/publication/revisions'
import { livePeople } from '#lib/site/tables'

import type { PersonContent } from '../content'
import { livePerson } from '../live'
import { people } from '../tables'

/**
 * Gives a person's public profile, as the desk has it, to readers; nothing when they have it already.
 * @param by null for the system
 */
export async function showPerson(tx: Tx, id: string, by: string | null, at: Date): Promise<void> {
  const [person] = await tx
    .select({ slug: people.slug, name: people.name, profile: people.profile })
    .from(people)
    .where(eq(people.id, id))
  if (!person) throw new Error('there is no such person to show')
  const { slug, name, profile } = person
  const { title, bio, face } = profile
  const content: PersonContent = { slug, name, title, bio, ...(face && { face }) }
  const last = await findLastRevision(tx, 'person', id)
  if (last?.fingerprint === fingerprint(content)) return
  const [had] = await tx.select({ face: livePeople.face }).from(livePeople).where(eq(livePeople.subject, id))
  const revision = await keepRevision(tx, {
    kind: 'person',
    subject: id,
    schema: 1,
    content,
    fingerprint: fingerprint(content),
    by,
    at,
  })
  await release(tx, { act: last ? 'update' : 'publish', live: livePerson, subject: id, revision, actorId: by, at })
  await settleMedia(
    tx,
    [had?.face, face].filter((one) => typeof one === 'string'),
    by,
    at,
  )
}
