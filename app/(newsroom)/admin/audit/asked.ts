import { z } from 'zod'

import type { AuditFilter } from '#lib/audit/queries/list'
import { type SubjectKind, subjectKinds } from '#lib/audit/words'
import { instantIn } from '#lib/settings/local-time'

const Text = z.string().trim().max(100).optional().catch(undefined)
const Day = z.iso.date().optional().catch(undefined)
const kinds = Object.keys(subjectKinds) as [SubjectKind, ...SubjectKind[]]

/** What the address of the screen, and of its export, asks for; days are the newsroom's. */
export const Asked = z.object({
  who: Text,
  act: Text,
  kind: z.enum(kinds).optional().catch(undefined),
  q: Text,
  from: Day,
  to: Day,
  before: z.coerce.number().int().positive().optional().catch(undefined),
})
export type Here = Omit<z.infer<typeof Asked>, 'before'>

const DAY = 86_400_000

/** Days as instants: from the first one's midnight to the midnight after the last. */
export function filterOf({ who, act, kind, q, from, to }: Here, zone: string): AuditFilter {
  const midnight = (day: string) => instantIn(`${day}T00:00`, zone)
  const after = (day: string) => new Date(Date.parse(`${day}T00:00Z`) + DAY).toISOString().slice(0, 10)
  return {
    who: who || undefined,
    act: act || undefined,
    kind,
    words: q || undefined,
    from: from ? midnight(from) : undefined,
    until: to ? midnight(after(to)) : undefined,
  }
}

/** @param path of the screen or of the export */
export function auditAddress(here: Here, before?: number, path = '/admin/audit'): string {
  const given = Object.entries({ ...here, before: before?.toString() })
  const asked = new URLSearchParams(given.filter((pair): pair is [string, string] => Boolean(pair[1])))
  return asked.size ? `${path}?${asked}` : path
}
