import { z } from 'zod'

import { cleanLine } from '#lib/story/document/clean'
import { slugFault } from '#lib/story/slug'

import { type SectionColour, sectionColours } from './tables'

/** A section's revision; `position` counts from 0 in the paper's order. */
export type SectionContent = { slug: string; name: string; colour: SectionColour; position: number }

/** What somebody typed; an empty address is made from the name. */
export const SectionForm = z.strictObject({
  name: z
    .string()
    .transform(cleanLine)
    .pipe(z.string().min(1, 'Give the section a name.').max(40, 'At most 40 characters.')),
  slug: z
    .string()
    .trim()
    .superRefine((slug, context) => {
      const fault = slug && slugFault(slug)
      if (fault) context.addIssue(fault)
    }),
  colour: z.enum(sectionColours, 'Choose a colour.'),
})
export type SectionForm = z.infer<typeof SectionForm>
