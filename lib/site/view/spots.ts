import type { Width } from '#lib/media/store/address'
import type { Shape } from '#lib/media/store/crop'

/**
 * A place for a picture: its shape, how wide it stands there (for `sizes`), and the widest file that makes sense.
 * `plainly`: how wide where there is no style.
 */
export type Spot = { shape: Shape | 'whole'; sizes: string; most: Width; plainly?: number }

/** Within a figure on a phone. Every shape of a card's has whole pixels at it, so nothing moves as the file comes. */
const plainly = 288

const wide = '(min-width: 77.5rem)'
const tablet = '(min-width: 62rem)'
const phone = '(min-width: 40rem)'

/** On a phone a story's picture is a thumb beside its headline, unless the story is a large one. */
const thumb = '6.5rem'

/** Large stories have wide pictures, as on a screen they would push everything down. */
export const columnShape = (span: number) => (span > 4 ? '16:9' : '4:3')

/** Over so many of a page's twelve columns, as `front/measure.ts` reckons them. */
export const columnSpot = (span: number, small: boolean): Spot => ({
  shape: columnShape(span),
  sizes: `${wide} ${(span * 78 + (span - 1) * 24) / 16}rem, ${tablet} ${Math.round((span / 12) * 100)}vw, ${phone} ${span > 4 ? 95 : 47}vw, ${small ? thumb : '100vw'}`,
  most: span > 6 ? 1920 : span > 4 ? 1280 : 960,
  plainly,
})

/** At the end of a line of a list. */
export const rowSpot: Spot = { shape: '4:3', sizes: `${phone} 10rem, ${thumb}`, most: 480, plainly }

/** Beside the next story's headline, after a story. */
export const nextSpot: Spot = { shape: '4:3', sizes: `${phone} 15rem, ${thumb}`, most: 640, plainly }

/** In the text: in its column, and beyond it. */
export const textSpot: Spot = { shape: 'whole', sizes: `${phone} 37rem, 100vw`, most: 1280 }
export const beyondSpot: Spot = {
  shape: 'whole',
  sizes: `${wide} 60.5rem, ${tablet} calc(100vw - 17rem), ${phone} 37rem, 100vw`,
  most: 1920,
}

/** At the head of a story, in each place that headPlace names. */
export const headSpots = {
  page: { sizes: `${wide} 75rem, 100vw`, most: 1920 },
  beyond: { sizes: `${wide} 60.5rem, 100vw`, most: 1920 },
  column: { sizes: textSpot.sizes, most: textSpot.most },
} as const

/** The picture of a feature, which may be wider than the page's columns. */
export const featureSpot = { sizes: '(min-width: 105rem) 100rem, 100vw', most: 1920 } as const

/** In a gallery, so many in a row. */
export const gallerySpot = (abreast: number): Spot => ({
  shape: abreast === 1 ? '16:9' : '4:3',
  sizes: `${phone} ${Math.round(37 / abreast)}rem, 100vw`,
  most: abreast === 1 ? 1280 : 960,
})

/** The same across the page. */
export const acrossSpot = (abreast: number): Spot => ({
  shape: abreast === 1 ? '16:9' : '4:3',
  sizes: `${wide} ${Math.round(75 / abreast)}rem, ${phone} ${Math.round(96 / abreast)}vw, 100vw`,
  most: abreast === 1 ? 1920 : 1280,
})
