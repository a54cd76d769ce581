import { expect, test } from 'vitest'

import { isGraphic, isSeeThrough } from './graphic'

test('even areas make a graphic, and noise a photograph', () => {
  const noise = Uint8Array.from({ length: 30_000 }, (_, i) => (i * 7919) % 251)
  expect(isGraphic(noise, 3)).toBe(false)
  const bars = Uint8Array.from({ length: 30_000 }, (_, i) => (Math.floor(i / 300) % 2) * 255)
  expect(isGraphic(bars, 3)).toBe(true)
  expect(isGraphic(new Uint8Array(3), 3)).toBe(false)
})

test('one pixel that is not whole makes a picture see-through', () => {
  const pixels = new Uint8Array(400).fill(255)
  expect(isSeeThrough(pixels, 4)).toBe(false)
  pixels[399] = 254
  expect(isSeeThrough(pixels, 4)).toBe(true)
  expect(isSeeThrough(pixels.subarray(0, 399), 3)).toBe(false)
})
