import { z } from 'zod'

import { cleanNote } from '#lib/story/document/clean'

import { type Colour as Colours, faceSets, LEAST_CONTRAST, worstContrast } from './content'

// Apart from the content, which screens take along: what checks forms stays on the server.

const colour = (look: keyof Colours) =>
  z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^#[0-9a-f]{6}$/, 'Six figures after a #, like #0b4f5c.')
    .superRefine((value, context) => {
      if (!/^#[0-9a-f]{6}$/.test(value)) return
      const worst = worstContrast(look, value)
      if (worst >= LEAST_CONTRAST) return
      const ground = look === 'light' ? 'white and the light wash' : 'black and the dark wash'
      context.addIssue(
        `Too ${look === 'light' ? 'pale' : 'dark'} to read on ${ground}: ${worst.toFixed(1)} to 1, where ${LEAST_CONTRAST} are needed.`,
      )
    })

const Colour = z.strictObject({ light: colour('light'), dark: colour('dark') })
const words = (most: number) =>
  z
    .string()
    .transform(cleanNote)
    .pipe(z.string().max(most, `At most ${most} characters.`))
const Ear = z.strictObject({ title: words(40), text: words(80) })
const media = z.string().max(40)

/** Checks what a form sends. */
export const ThemeForm = z.strictObject({
  faces: z.enum(faceSets, 'Choose one of the sets.'),
  colours: z.strictObject({
    tide: Colour,
    river: Colour,
    politics: Colour,
    business: Colour,
    culture: Colour,
    sport: Colour,
    opinion: Colour,
  }),
  logo: media,
  logoDark: media,
  ears: z.tuple([Ear, Ear]),
  footer: words(400),
})
