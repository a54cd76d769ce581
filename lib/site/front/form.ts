import { z } from 'zod'

import { MOST_CONTAINERS, MOST_SLOTS } from './content'
import { kindNames } from './kinds/facts'

// Apart from the content, which screens take along: what checks forms stays on the server.

const words = (most: number) => z.string().trim().max(most, `At most ${most} characters.`)
const id = z.string().min(1).max(60)

const Placed = z.strictObject({
  story: id,
  headline: words(200),
  kicker: words(60),
  picture: z.string().max(60),
  until: z.union([z.literal(''), z.iso.datetime()]),
})

/** Checks what the desk sends. */
export const FrontForm = z.strictObject({
  containers: z
    .array(
      z.strictObject({
        id,
        kind: z.enum(kindNames),
        title: words(80),
        source: z.union([
          z.strictObject({ of: z.literal('newest') }),
          z.strictObject({ of: z.enum(['section', 'topic']), id }),
        ]),
        slots: z.array(Placed.nullable()).max(MOST_SLOTS),
      }),
    )
    .max(MOST_CONTAINERS, `At most ${MOST_CONTAINERS} containers.`),
})
