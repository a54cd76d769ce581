import { expect, test } from 'vitest'

import { cleanName, ensureLength, ensureRoom, usualLimits } from './limits'

test.each([
  ['a.jpg', 'image/jpeg', 100_000_000],
  ['a.mp4', 'video/mp4', 2_000_000_000],
  ['A.M4A', '', 2_000_000_000],
  ['a', 'audio/ogg', 2_000_000_000],
  ['a', '', 100_000_000],
])('%s (%s) may have %d bytes and no more', (name, type, most) => {
  expect(() => ensureLength(most, name, type)).not.toThrow()
  expect(() => ensureLength(most + 1, name, type)).toThrow(/100 MB.* 2 GB/)
})

test('what one person has begun and what all have are counted apart', () => {
  const limits = { ...usualLimits, files: 2, personal: 10, all: 15 }
  const parts = [
    { person: 'kit', size: 4 },
    { person: 'sal', size: 6 },
  ]
  const room = (person: string, size: number) => () => ensureRoom(parts, person, size, limits)
  expect(room('kit', 5)).not.toThrow()
  expect(room('kit', 6)).toThrow('Too much')
  parts.push({ person: 'kit', size: 1 })
  expect(room('kit', 1)).toThrow('2 of your files')
  expect(room('sal', 4)).not.toThrow()
  expect(room('nadia', 5)).toThrow('Too much')
})

test.each([
  ['harbour.jpg', 'harbour.jpg'],
  ['C:\\fakepath\\harbour.jpg', 'harbour.jpg'],
  ['../../etc/passwd', 'passwd'],
  ['  harbour\t\n.jpg ', 'harbour.jpg'],
  ['har\u202ebour\u2069.jpg', 'harbour.jpg'],
  ['Zoe\u0308.jpg', 'Zoë.jpg'],
  ['ميناء.jpg', 'ميناء.jpg'],
  ['\ud800', 'Untitled'],
  ['', 'Untitled'],
  ['a/', 'Untitled'],
])('the name %j is shown as %j', (given, shown) => expect(cleanName(given)).toBe(shown))

test('of a long name 200 signs are shown, none of them cut in two', () => {
  expect(cleanName('📷'.repeat(300))).toBe('📷'.repeat(200))
})
