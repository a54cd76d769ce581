import { inArray } from 'drizzle-orm'

import { db } from '#lib/db/client'
import { sections } from '#lib/section/tables'
import { topics } from '#lib/topic/tables'

/** What fronts are called, by id: as what they are of. What is gone is left out. */
export async function namesOfFronts(ids: readonly string[]): Promise<Map<string, string>> {
  const own = (kind: string) => ids.flatMap((id) => (id.startsWith(`${kind}:`) ? id.slice(kind.length + 1) : []))
  const named = async (kind: 'section' | 'topic', table: typeof sections | typeof topics) => {
    const wanted = own(kind)
    if (!wanted.length) return []
    const rows = await db.select({ id: table.id, name: table.name }).from(table).where(inArray(table.id, wanted))
    return rows.map(({ id, name }) => [`${kind}:${id}`, name] as const)
  }
  return new Map([['home', 'Home'], ...(await named('section', sections)), ...(await named('topic', topics))])
}
