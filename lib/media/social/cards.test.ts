import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, expect, test } from 'vitest'

import type { Encoders } from '#lib/media/store/encoders'

import { makeCards } from './cards'

const work = mkdtempSync(join(tmpdir(), 'stet-cards-'))
afterAll(() => rmSync(work, { recursive: true }))

const words = (headline: string) => ({ paper: 'Courier', headline, section: '', colour: '#000000', rtl: false })

function drawing(fails = false) {
  const drawn: string[] = []
  const encode: Encoders['encode'] = async (job) => {
    if (!('words' in job)) throw new Error('That is no card.')
    drawn.push(job.words.headline)
    if (fails) throw new Error('It cannot be drawn.')
    await writeFile(job.to, job.words.headline)
    return { width: 1200, height: 630, bytes: 1 }
  }
  return { drawn, cards: makeCards({ encoders: { encode }, work, most: 2 }) }
}

test('a card is drawn once for all who ask, and anew when others were asked for since', async () => {
  const { drawn, cards } = drawing()
  const twice = await Promise.all([cards.get(words('a')), cards.get(words('a'))])
  expect(twice.map(String)).toEqual(['a', 'a'])
  for (const one of ['b', 'a', 'c', 'a', 'b']) await cards.get(words(one))
  expect(drawn).toEqual(['a', 'b', 'c', 'b'])
})

test('one that failed is tried again, and nothing of any lies on the disk', async () => {
  const { drawn, cards } = drawing(true)
  for (let i = 0; i < 2; i += 1) await expect(cards.get(words('a'))).rejects.toThrow('cannot be drawn')
  expect(drawn).toEqual(['a', 'a'])
  expect(readdirSync(work)).toEqual([])
})
