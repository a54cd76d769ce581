import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { plainCard } from '#lib/testing/plain-card'
import { aShown } from '#lib/testing/shown'

import type { Card } from './queries/cards'
import { onWhite, socialOf } from './social'

const paper = { name: 'Courier', zone: 'Europe/London', language: 'en-GB', url: 'https://paper.example' }
const card = (more: Partial<Card> = {}) =>
  ({
    id: 's1',
    headline: 'Gates close',
    section: { id: 'r', slug: 'river', name: 'River', colour: 'river' },
    picture: undefined,
    ...plainCard,
    ...more,
  }) as Card

test('a story without a picture has a card of its words, from the right where its paper is written so', () => {
  expect(socialOf(paper, card())).toMatchObject({
    path: expect.stringMatching(/^\/media\/social\/s1\/[0-9a-f]{12}\.jpeg$/),
    words: { paper: 'Courier', headline: 'Gates close', section: 'River', colour: '#0b5563', rtl: false },
  })
  expect(socialOf({ ...paper, language: 'ar' }, card())).toMatchObject({ words: { rtl: true } })
})

test('its address changes with what it says, and with nothing else', () => {
  const path = (more: Partial<Card>, name = 'Courier') => socialOf({ ...paper, name }, card(more)).path
  const same = [path({}), path({ standfirst: 'At five.', words: 900 })]
  expect(new Set(same).size).toBe(1)
  const others = [
    path({ headline: 'Gates open' }),
    path({}, 'Herald'),
    path({ picture: aShown() }),
    path({ picture: aShown({ hash: 'ba9876543210' }) }),
    path({ picture: aShown({ focus: { x: 0.5, y: 0.1 } }) }),
  ]
  expect(new Set([...same, ...others]).size).toBe(6)
})

test('a picture is cut for it; one that is too small for that makes way for the words', () => {
  const of = (width: number, height: number) => socialOf(paper, card({ picture: aShown({ width, height }) }))
  expect(of(1920, 1280)).toMatchObject({ cut: { id: 'gate', width: 1920, height: 1005 } })
  expect(of(600, 600)).toMatchObject({ cut: { width: 600 } })
  expect(of(599, 599)).toMatchObject({ words: { headline: 'Gates close' } })
})

test('what somebody has paid for has a card that says so, whatever picture it has', () => {
  const social = socialOf(paper, card({ sponsor: 'Harl Ferries', picture: aShown() }))
  expect(social).toMatchObject({ words: { section: 'Paid for by Harl Ferries', colour: '#15191b' } })
})

test('colours on white are those of the site', () => {
  const css = readFileSync(join(process.cwd(), 'app/(site)/site.css'), 'utf8')
  for (const [name, colour] of Object.entries(onWhite)) expect(css).toContain(`--color-${name}: light-dark(${colour},`)
})
