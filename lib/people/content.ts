import { z } from 'zod'

import { slugFault } from '#lib/story/slug'

import { foldEmail } from './email'
import { roles } from './tables'

/** What readers see of a person. */
export type PersonContent = { slug: string; name: string; title: string; bio: string; face?: string | null }

export const name = z
  .string()
  .trim()
  .min(1, 'Give a name, as it stands in bylines.')
  .max(80, 'At most 80 characters.')
  .transform((text) => text.replace(/\s+/g, ' '))

export const email = z.string().transform(foldEmail).pipe(z.email('Not an e-mail address.').max(254))

/** A role and the sections it holds in; a form sends `all` or a list of section ids. */
const access = {
  role: z.enum(roles, 'Choose a role.'),
  sections: z.union([z.literal('all'), z.array(z.string().max(40)).max(500)]),
}

export const NewPerson = z.strictObject({ name, email, ...access })
export type NewPerson = z.infer<typeof NewPerson>

export const Access = z.strictObject(access)
export type Access = z.infer<typeof Access>

export const Profile = z.strictObject({
  name,
  slug: z
    .string()
    .trim()
    .superRefine((slug, context) => {
      const fault = slugFault(slug)
      if (fault) context.addIssue(fault)
    }),
  title: z.string().trim().max(80, 'At most 80 characters.'),
  bio: z.string().trim().max(1000, 'At most 1,000 characters.'),
})
export type Profile = z.infer<typeof Profile>
