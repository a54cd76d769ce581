/** Pixels from which on a file is large enough for its credit to be worth half a kilobyte. */
export const creditedFrom = 960

/**
 * A file to make of a master. `crop` is in fractions of its sides; where it is smaller than a width, it is not enlarged.
 * `to` may be left half made when it fails.
 */
export type EncodeJob = {
  master: string
  to: string
  crop?: { x: number; y: number; width: number; height: number }
  /** Pixels; without a height it follows the crop's shape, with one it is just so large: the middle where shapes differ. */
  width: number
  height?: number
  format: 'avif' | 'webp' | 'jpeg'
  /** A graphic keeps its colours at full size. */
  kind: 'photo' | 'graphic'
  /** Written into files of `creditedFrom` pixels and more. */
  xmp?: { credit?: string; copyright?: string }
}

/** Pixels, and bytes of the file. */
export type Encoded = { width: number; height: number; bytes: number }
