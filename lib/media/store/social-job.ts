/** What stands on a story's card. `colour` is the section's, `#rrggbb`. */
export type CardWords = { paper: string; headline: string; section: string; colour: string; rtl: boolean }

/** A card to draw, 1200 × 630. */
export type SocialJob = { words: CardWords; to: string }

export const cardSides = { width: 1200, height: 630 } as const
