import type { MediaFields } from '#lib/media/fields'
import type { Point } from '#lib/media/store/crop'

export type DemoPicture = {
  /** The folder of its files, and what stories call it by; a face has the slug of its person. */
  slug: string
  /** Who put it into the library: a person's slug. */
  by: string
  /** How long it has been there, as the stories' files write an age. */
  age: string
  size: readonly [width: number, height: number]
  colour: string
  /** Its likeness: both halves of the hash. */
  like: readonly [hi: number, lo: number]
  focus: Point
  /** Days for which it may still be shown. */
  days?: number
} & Pick<MediaFields, 'name' | 'alt' | 'caption' | 'credit' | 'rights'> &
  Partial<Pick<MediaFields, 'keywords' | 'notes' | 'source'>>

/** Sides of most of them, in pixels. */
export const large = [1200, 800] as const
