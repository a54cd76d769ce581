/** What stands on a story's card. `colour` is the section's, `#rrggbb`. */
export type CardWords = { paper: string; headline: string; section: string; colour: string; rtl: boolean }

/** A card to draw. */
export type SocialJob = { words: CardWords; to: string }

/**
 * What other sites show of a story, in pixels: just what Facebook asks for. LinkedIn asks for 1200 × 627; X takes 300 × 157
 * to 4096 × 4096.
 */
export const socialSides = { width: 1200, height: 630 } as const

/** Pixels of width below which a picture would be blurred in that, and Facebook shows none as large: a card says more. */
export const leastSocial = 600
