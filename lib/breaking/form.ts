import { z } from 'zod'

import { longestBar } from '#lib/site/breaking'

/** Checks what somebody typed; `until` as a form of an hour sends it (`sentTime`), '' for until it is taken down. */
export const BarForm = z.strictObject({
  text: z
    .string()
    .transform((text) => text.trim().replace(/\s+/g, ' '))
    .pipe(z.string().min(1, 'Say what has happened.').max(longestBar, `At most ${longestBar} characters.`)),
  link: z.string().trim().max(2000, 'This address is too long.'),
  until: z.string().max(100, 'This is no time that Stet can read.'),
})
