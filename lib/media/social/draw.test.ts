import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'

import type { CardWords } from '#lib/media/store/social-job'

import { drawCard } from './draw'

const folder = mkdtempSync(join(tmpdir(), 'stet-cards-'))
afterAll(() => rmSync(folder, { recursive: true }))

let count = 0
async function draw(words: Partial<CardWords>) {
  const to = join(folder, `${++count}.jpeg`)
  const given = { paper: 'Courier', headline: '', section: '', colour: '#0b5563', rtl: false, ...words }
  const made = await drawCard({ words: given, to })
  const { data, info } = await sharp(to).greyscale().raw().toBuffer({ resolveWithObject: true })
  return { made, to, data, width: info.width }
}

/** Where the headline's ink is, in px: its room is below the section's name and above the rule at the foot. */
async function inkOf(words: Partial<CardWords>) {
  const { data, width } = await draw(words)
  const dark = (x: number, y: number) => (data[y * width + x] ?? 255) < 128
  const rows = Array.from({ length: 335 }, (_, i) => i + 158)
  const columns = Array.from({ length: width }, (_, x) => x).filter((x) => rows.some((y) => dark(x, y)))
  const lines = rows.filter((y) => columns.some((x) => dark(x, y)))
  const [left = -1, right = -1] = [columns[0], columns.at(-1)]
  return { left, right, width: right - left, bottom: lines.at(-1) ?? -1, columns: columns.length }
}

test('a card is a JPEG of the size that other sites ask for', async () => {
  const { made, to } = await draw({ headline: 'Gates close at five' })
  expect(made).toMatchObject({ width: 1200, height: 630 })
  expect(await sharp(to).metadata()).toMatchObject({ format: 'jpeg', width: 1200, height: 630 })
})

test('signs of markup are set as they are, and mark nothing up', async () => {
  const plain = await inkOf({ headline: 'b a b' })
  const marked = await inkOf({ headline: '<b>a</b> & <span size="1">' })
  expect(marked.width).toBeGreaterThan(plain.width * 2)
})

test('a headline of any length stays above the foot', async () => {
  const long = 'Rain at last, and still no water: why the upper valley stays under orders until the autumn '
  for (const headline of ['Gates', long, long.repeat(2).slice(0, 160)]) {
    const { left, right, bottom } = await inkOf({ headline })
    expect([left >= 60, right <= 1140, bottom < 490], headline).toEqual([true, true, true])
  }
})

test('what is written from the right stands at the right, on each line', async () => {
  const arabic = await inkOf({ headline: 'بوابات النهر', rtl: true })
  const hebrew = await inkOf({ headline: 'שערי הנהר', rtl: true })
  const latin = await inkOf({ headline: 'River gates' })
  for (const { left, right } of [arabic, hebrew]) {
    expect(right).toBeGreaterThan(1110)
    expect(left).toBeGreaterThan(300)
  }
  expect(latin.left).toBeLessThan(90)
})

test('letters of Arabic are joined, and stand from the right on', async () => {
  const [alone, joined] = [await inkOf({ headline: 'ب', rtl: true }), await inkOf({ headline: 'ببب', rtl: true })]
  expect(joined.width).toBeLessThan(alone.width * 2.6)
  // Joined at the line they stand on, they have no gap between them; what does not join has one.
  const gaps = ({ width, columns }: { width: number; columns: number }) => width + 1 - columns
  expect(gaps(joined)).toBe(0)
  expect(gaps(await inkOf({ headline: 'ددد', rtl: true }))).toBeGreaterThan(0)
})

test('letters of Hebrew stand from the right on', async () => {
  const columnsOf = async (headline: string, from: number, to: number) => {
    const { data, width } = await draw({ headline, rtl: true })
    const at = (x: number) => Array.from({ length: 120 }, (_, y) => data[(y + 165) * width + x] ?? 255)
    return Array.from({ length: to - from }, (_, i) => at(from + i)).flat()
  }
  // The first letter of a word is where it is when it stands alone.
  const shin = await inkOf({ headline: 'שׁ', rtl: true })
  const [alone, first, last] = await Promise.all(
    ['ש', 'שו', 'וש'].map((word) => columnsOf(word, shin.left + 8, shin.right - 4)),
  )
  const off = (a: number[] = [], b: number[] = []) =>
    a.reduce((sum, value, i) => sum + Math.abs(value - (b[i] ?? 0)), 0) / a.length
  expect(off(alone, first)).toBeLessThan(12)
  expect(off(alone, last)).toBeGreaterThan(30)
})

test('a headline in a script that no face has is left out, the paper’s name stays', async () => {
  const none = await inkOf({ headline: '水門が閉じる' })
  expect(none.columns).toBe(0)
  const { data } = await draw({ headline: '水門が閉じる' })
  expect(data.subarray(1200 * 520).some((value) => value < 64)).toBe(true)
})
