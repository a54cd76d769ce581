import type { Point } from '../store/crop'
import type { Likeness } from './likeness'
import type { PictureType } from './limits'

/** What a file says of its own picture; nothing of where it was taken but words that somebody wrote. */
export type FileWords = {
  headline?: string
  caption?: string
  credit?: string
  /** Who took it. */
  creator?: string
  copyright?: string
  /** When it was taken, in ISO 8601, with an offset only where the file has one. */
  takenAt?: string
  keywords?: string[]
  /** On what terms it may be used. */
  instructions?: string
  /** City and country, as a dateline has them. */
  place?: string
}

/** What was made of a picture that somebody sent. The files lie in the folder that was given, and carry no metadata. */
export type TakenPicture = {
  /** As sent; its sides upright, in pixels. */
  original: { type: PictureType; width: number; height: number }
  /** What everything else is made from, in sRGB; sides in pixels, size in bytes, SHA-256 in hex. */
  master: { file: string; format: 'jpeg' | 'webp'; width: number; height: number; bytes: number; sha256: string }
  /** JPEGs for lists at the desk, as wide as said or as the master. */
  thumbs: { file: string; wanted: number; width: number; height: number }[]
  /** Whether it is drawn rather than photographed, and so kept and made without loss. */
  graphic: boolean
  alpha: boolean
  likeness: Likeness
  /** Too little in it for its likeness to say anything. */
  flat: boolean
  /** Its mean colour, `#rrggbb`. */
  colour: string
  /** A guess at what one looks at. */
  focal: Point
  words: FileWords
}

/** Widths of what lists at the desk show, in pixels. */
export const thumbWidths = [320, 640]
