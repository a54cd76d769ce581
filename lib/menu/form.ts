import { z } from 'zod'

import { longest, sitePlaces, targetKinds } from '#lib/site/menu/content'

const Id = z.string().min(1).max(60)

const Target = z.discriminatedUnion('of', [
  z.strictObject({ of: z.enum(targetKinds), id: Id }),
  z.strictObject({ of: z.literal('sections') }),
  z.strictObject({ of: z.literal('place'), id: z.enum(sitePlaces) }),
  z.strictObject({ of: z.literal('address'), href: z.string().max(longest.href) }),
])

const Entry = z.strictObject({
  id: Id,
  to: Target,
  label: z.string().max(longest.label, `At most ${longest.label} characters.`),
})

/** A menu as a browser sends it. */
export const MenuForm = z.strictObject({
  columns: z
    .array(
      z.strictObject({
        id: Id,
        title: z.string().max(longest.title, `At most ${longest.title} characters.`),
        entries: z.array(Entry).max(longest.entries, `At most ${longest.entries} entries.`),
      }),
    )
    .max(longest.columns, `At most ${longest.columns} columns.`),
})
