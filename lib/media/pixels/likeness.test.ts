import fc from 'fast-check'
import { expect, test } from 'vitest'

import { bandsOf, distance, isFlat, type Likeness, likenessOf, probesOf } from './likeness'

const word = fc.nat({ max: 0xffffffff })
const hash: fc.Arbitrary<Likeness> = fc.record({ hi: word, lo: word })

function turn({ hi, lo }: Likeness, bits: readonly number[]): Likeness {
  const mask = (from: number) =>
    bits.filter((bit) => bit >= from && bit < from + 32).reduce((all, bit) => all | (1 << (bit - from)), 0)
  return { hi: (hi ^ mask(32)) >>> 0, lo: (lo ^ mask(0)) >>> 0 }
}
const someBits = (most: number) => fc.uniqueArray(fc.nat({ max: 63 }), { maxLength: most })

test('the distance is the number of bits that differ', () => {
  fc.assert(
    fc.property(hash, someBits(64), (one, bits) => {
      expect(distance(one, turn(one, bits))).toBe(bits.length)
    }),
  )
})

test('whatever differs in up to seven bits is found in some band', () => {
  fc.assert(
    fc.property(hash, someBits(7), (one, bits) => {
      const other = bandsOf(turn(one, bits))
      expect(bandsOf(one).some((band, i) => probesOf(band).includes(other[i]!))).toBe(true)
    }),
  )
})

test('a band is looked for by 17 values of 16 bits', () => {
  expect(new Set(probesOf(0xffff)).size).toBe(17)
  expect(Math.max(...probesOf(0x7fff))).toBe(0xffff)
  expect(bandsOf({ hi: 0xffff0001, lo: 0x80000002 })).toEqual([0xffff, 1, 0x8000, 2])
})

const pixels = (of: (row: number, column: number) => number) =>
  Uint8Array.from({ length: 72 }, (_, at) => of(Math.floor(at / 9), at % 9))

test('a bit says that a pixel is brighter than the next', () => {
  expect(likenessOf(pixels((_, column) => 90 - column * 10))).toEqual({ hi: 0xffffffff, lo: 0xffffffff })
  expect(likenessOf(pixels((row, column) => (row === 0 && column === 0 ? 9 : 0)))).toEqual({ hi: 0x80000000, lo: 0 })
})

test('even ground and plain gradients have no hash of use', () => {
  const flat = (grey: Uint8Array) => isFlat(grey, likenessOf(grey))
  expect(flat(pixels(() => 200))).toBe(true)
  expect(flat(pixels((row, column) => (row + column) % 2))).toBe(true)
  expect(flat(pixels((_, column) => column * 20))).toBe(true)
  expect(flat(pixels((_, column) => 200 - column * 20))).toBe(true)
  expect(flat(pixels((row, column) => ((row * column) % 3) * 50))).toBe(false)
})
