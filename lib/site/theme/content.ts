import { contrast } from './contrast'

/** Sets of faces that the site has: a headline face and a text face that go together. */
export const faceSets = ['stet', 'serif', 'sans', 'system'] as const
export type Faces = (typeof faceSets)[number]

/** A colour in each look, `#rrggbb`. */
export type Colour = { light: string; dark: string }

/** The colours that a paper may set: links and focus, and the six that sections spend. */
export const colourNames = ['tide', 'river', 'politics', 'business', 'culture', 'sport', 'opinion'] as const
export type ColourName = (typeof colourNames)[number]
export type Colours = Record<ColourName, Colour>

export type Ear = { title: string; text: string }

/** What the paper looks like; published by the door, so all that stands here is public. */
export type Theme = {
  faces: Faces
  colours: Colours
  /** Pictures of the library in place of the name in the masthead, or ''; the second in the dark. */
  logo: string
  logoDark: string
  /** Small slots at either side of the masthead. */
  ears: [Ear, Ear]
  /** What the paper says of itself at the foot of every page, or ''. */
  footer: string
}

/** As the stylesheet says them (app/(site)/site.css). */
export const ownColours: Colours = {
  tide: { light: '#0b4f5c', dark: '#7cc3cf' },
  river: { light: '#0b5563', dark: '#76c1cd' },
  politics: { light: '#702a50', dark: '#dd9cc0' },
  business: { light: '#7a4a06', dark: '#dcae68' },
  culture: { light: '#54408c', dark: '#b8aaea' },
  sport: { light: '#1c6338', dark: '#86c79d' },
  opinion: { light: '#9a3b12', dark: '#eca27c' },
}

export const firstTheme: Theme = {
  faces: 'stet',
  colours: ownColours,
  logo: '',
  logoDark: '',
  ears: [
    { title: '', text: '' },
    { title: '', text: '' },
  ],
  footer: '',
}

/** What coloured words stand on in each look: the paper, and the wash of opinion. */
const grounds = { light: ['#ffffff', '#f0f2ee'], dark: ['#111416', '#1a1e21'] } as const

/** Small words need this much against their ground (WCAG 2.2, 1.4.3). */
export const LEAST_CONTRAST = 4.5

/** And this much where a reader asks for more (1.4.6). */
export const MORE_CONTRAST = 7

/** The lowest contrast of a colour with what it stands on in one look. */
export const worstContrast = (look: keyof Colour, colour: string) =>
  Math.min(...grounds[look].map((ground) => contrast(colour, ground)))
