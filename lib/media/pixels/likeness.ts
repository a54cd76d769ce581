/** A picture's difference hash: 64 bits in two unsigned integers of 32, which both engines hold. */
export type Likeness = { hi: number; lo: number }

/** In how many of their 64 bits two hashes differ; up to about 6 it is the same picture, made smaller or brighter. */
export const distance = (a: Likeness, b: Likeness) => bitsOf(a.hi ^ b.hi) + bitsOf(a.lo ^ b.lo)

/** The four quarters of a hash, 16 bits each: what is found by one of them lies within an index. */
export const bandsOf = ({ hi, lo }: Likeness): [number, number, number, number] => [
  hi >>> 16,
  hi & 0xffff,
  lo >>> 16,
  lo & 0xffff,
]

/**
 * The values of a band to look for: itself, and each that differs in one bit. Hashes at a distance of up to 7 differ in
 * at most one bit in some band, so looking in all four misses none of them.
 */
export const probesOf = (band: number): number[] => [band, ...Array.from({ length: 16 }, (_, bit) => band ^ (1 << bit))]

/**
 * The hash of a picture: whether each pixel is brighter than the one to its right.
 * @param grey 9 × 8 pixels, row by row
 */
export function likenessOf(grey: Uint8Array): Likeness {
  const half = (first: number) => {
    let bits = 0
    for (let row = first; row < first + 4; row += 1)
      for (let column = 0; column < 8; column += 1) {
        const at = row * 9 + column
        bits = (bits << 1) | ((grey[at] ?? 0) > (grey[at + 1] ?? 0) ? 1 : 0)
      }
    return bits >>> 0
  }
  return { hi: half(0), lo: half(4) }
}

/**
 * Whether there is so little in a picture that its hash says nothing: even ground, and what only grows darker to one
 * side, which all look alike to a hash.
 */
export function isFlat(grey: Uint8Array, likeness: Likeness): boolean {
  const range = Math.max(...grey) - Math.min(...grey)
  const bits = bitsOf(likeness.hi) + bitsOf(likeness.lo)
  return range < 12 || bits <= 2 || bits >= 62
}

function bitsOf(word: number): number {
  let left = word >>> 0
  let bits = 0
  for (; left; left &= left - 1) bits += 1
  return bits
}
