import type { Actor } from '#lib/auth/actor'
import { db } from '#lib/db/client'
import { people, type Role } from '#lib/people/tables'
import { sections } from '#lib/section/tables'
import { liveSections } from '#lib/site/tables'

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
    const rows = places.map((id, position) => ({
      id,
      subject: id,
      slug: id,
      name: id,
      colour: 'river' as const,
      position,
    }))
    await tx.insert(sections).values(rows)
    await tx.insert(liveSections).values(rows)
    for (const { id, role } of [nadia, tom, sal, petra, kit])
      await tx.insert(people).values({
        id,
        email: `${id}@paper.example`,
        name: id,
        slug: id,
        role,
        profile: { title: '', bio: '' },
        createdAt: when,
      })
  })
  return { nadia, tom, sal, petra, kit }
}

export const person = (id: string, role: Role, sections: Actor['sections']): Actor => ({
  id,
  name: id,
  role,
  sections,
  sessionId: `session of ${id}`,
})
