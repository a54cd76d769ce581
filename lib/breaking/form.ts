import { z } from 'zod'

import { longestBar } from '#lib/site/breaking'

/** Checks what somebody typed; `until` is an instant in milliseconds, or '' for until it is taken down. */
export const BarForm = z.strictObject({
  text: z
    .string()
    .transform((text) => text.trim().replace(/\s+/g, ' '))
    .pipe(z.string().min(1, 'Say what has happened.').max(longestBar, `At most ${longestBar} characters.`)),
  link: z.string().trim().max(2000, 'This address is too long.'),
  until: z
    .string()
    .refine((ms) => /^\d{0,15}$/.test(ms), 'This is no time that Stet can read.')
    .transform((ms) => (ms ? new Date(Number(ms)) : null)),
})
export type BarForm = z.infer<typeof BarForm>
