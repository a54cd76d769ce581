import { z } from 'zod'

import { cleanLine, cleanNote } from '#lib/story/document/clean'
import { slugFault } from '#lib/story/slug'

import { foldEmail } from './email'
import { roles } from './tables'

/** What readers see of a person. */
export type PersonContent = { slug: string; name: string; title: string; bio: string; face?: string | null }

export const name = z
  .string()
  .transform(cleanLine)
  .pipe(z.string().min(1, 'Give a name, as it stands in bylines.').max(80, 'At most 80 characters.'))

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

const note = z.string().transform(cleanNote)

export const Profile = z.strictObject({
  name,
  slug: z
    .string()
    .trim()
    .superRefine((slug, context) => {
      const fault = slugFault(slug)
      if (fault) context.addIssue(fault)
    }),
  title: note.pipe(z.string().max(80, 'At most 80 characters.')),
  bio: note.pipe(z.string().max(1000, 'At most 1,000 characters.')),
})
export type Profile = z.infer<typeof Profile>
