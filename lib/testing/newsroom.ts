import type { Actor } from '#lib/auth/actor'
import { db, type Tx } from '#lib/db/client'
import { showPerson } from '#lib/people/commands/show'
import { people, type Role } from '#lib/people/tables'
import { release } from '#lib/publication/door'
import { keepRevision } from '#lib/publication/revisions'
import { liveSection } from '#lib/section/live'
import { sections } from '#lib/section/tables'

export const when = new Date('2026-05-14T08:00:00Z')

/**
 * A small newsroom in the test database. Sections: river, politics, sport (ids are their slugs).
 * Nadia writes for river, Tom for politics, Sal edits river and politics, Petra is the admin, Kit contributes.
 */
export async function newsroom() {
  const places = ['river', 'politics', 'sport']
  const nadia = person('nadia', 'writer', ['river'])
  const tom = person('tom', 'writer', ['politics'])
  const sal = person('sal', 'editor', ['river', 'politics'])
  const petra = person('petra', 'admin', 'all')
  const kit = person('kit', 'contributor', [])
  await db.write(async (tx) => {
    for (const [position, id] of places.entries()) await addSection(tx, id, position)
    for (const { id, role } of [nadia, tom, sal, petra, kit]) {
      await tx.insert(people).values({
        id,
        email: `${id}@paper.example`,
        name: id,
        slug: id,
        role,
        profile: { title: '', bio: '' },
        createdAt: when,
      })
      await showPerson(tx, id, null, when)
    }
  })
  return { nadia, tom, sal, petra, kit }
}

async function addSection(tx: Tx, id: string, position: number) {
  const content = { slug: id, name: id, colour: 'river' as const, position }
  await tx.insert(sections).values({ id, ...content })
  const revision = await keepRevision(tx, {
    kind: 'section',
    subject: id,
    schema: 1,
    content,
    fingerprint: '',
    by: null,
    at: when,
  })
  await release(tx, { act: 'publish', live: liveSection, subject: id, revision, actorId: null, at: when })
}

export const person = (id: string, role: Role, sections: Actor['sections']): Actor => ({
  id,
  name: id,
  role,
  sections,
  sessionId: `session of ${id}`,
})
