import { z } from 'zod'

import { changes, notePlaces } from '#lib/site/change'

/** What an editor saw when he pressed the button. */
export const SeenForm = z.strictObject({
  snapshot: z.string().max(5_000_000),
  version: z.number().int(),
  without: z.array(z.string().max(300)).max(5000).optional(),
  last: z.number().int().optional(),
  waits: z.string().max(40).nullable().optional(),
})

/** Which kind of update it is, and what readers are told of it. */
export const ToldForm = z
  .strictObject({ change: z.enum(changes), note: z.string().max(5000), place: z.enum(notePlaces) })
  .partial()
