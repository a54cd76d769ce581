import { expect, test } from 'vitest'

import type { Card } from './queries/cards'
import { type Candidate, rankRelated, splitRelated } from './related'

const topic = (id: string) => ({ id, slug: id, name: id })
const card = (id: string, ...topics: string[]) => ({ id, topics: topics.map(topic) }) as Card
const ids = (cards: Card[]) => cards.map(({ id }) => id)

test('three on the first topic stand in the margin, five others below, and none that is shown already', () => {
  const found = [
    card('next', 'tide'),
    ...['a', 'b', 'c', 'd'].map((id) => card(id, 'tide')),
    ...['e', 'f', 'g', 'h', 'i'].map((id) => card(id, 'council')),
  ]
  const { rail, rest } = splitRelated(card('own', 'tide', 'council'), { picked: [], found }, ['next'])
  expect(ids(rail)).toEqual(['a', 'b', 'c'])
  expect(ids(rest)).toEqual(['d', 'e', 'f', 'g', 'h'])
})

test('a story without a topic has nothing in its margin', () => {
  expect(splitRelated(card('own'), { picked: [], found: [card('a', 'tide')] }, []).rail).toEqual([])
})

test('what an editor has picked goes first in that order, all of it, and is not found a second time', () => {
  const found = ['p2', 'a', 'b', 'c'].map((id) => card(id))
  const picked = ['p1', 'p2', 'p3'].map((id) => card(id))
  expect(ids(splitRelated(card('own'), { picked, found }, []).rest)).toEqual(['p1', 'p2', 'p3', 'a', 'b'])
  const six = ['1', '2', '3', '4', '5', '6'].map((id) => card(id))
  expect(ids(splitRelated(card('own'), { picked: six, found }, []).rest)).toEqual(ids(six))
})

const daysAgo = (days: number) => new Date(Date.UTC(2026, 4, 14) - days * 86_400_000)
const fill = (count: number, topics: string[] = []): Candidate[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `f${i}`,
    headline: `Matter number${i} settled`,
    standfirst: `Nobody objected to paper${i}.`,
    publishedAt: daysAgo(400),
    topics,
  }))
const gates = {
  id: 'own',
  headline: 'Barrier gates failed during the January surge',
  standfirst: 'Engineers had warned of corroded hinges.',
  publishedAt: daysAgo(0),
  topics: ['barrier', 'council'],
}
const one = (id: string, more: Partial<Candidate> = {}): Candidate => ({
  id,
  headline: 'Cricketers drop their captain',
  standfirst: 'He had asked for it.',
  publishedAt: daysAgo(10),
  topics: [],
  ...more,
})
const ranked = (...candidates: Candidate[]) => rankRelated(gates, [...candidates, ...fill(20)])

test('who shares more topics is nearer, and a rare topic says more than one that many stories have', () => {
  const all = [one('council', { topics: ['council'] }), one('barrier', { topics: ['barrier'] })]
  const both = one('both', { topics: ['barrier', 'council'] })
  expect(rankRelated(gates, [...all, both, ...fill(10, ['council'])]).slice(0, 3)).toEqual([
    'both',
    'barrier',
    'council',
  ])
})

test('words that few stories have bring near what shares no topic', () => {
  const alike = one('alike', { headline: 'Corroded hinges of the barrier gates', standfirst: 'What engineers found.' })
  expect(ranked(one('far'), alike)).toEqual(['alike'])
})

test('words that all stories have bring nothing near', () => {
  const same = (id: string) => one(id, { headline: 'Barrier gates hinges surge', topics: [] })
  const everywhere = Array.from({ length: 20 }, (_, i) => same(`s${i}`))
  expect(
    rankRelated({ ...gates, headline: 'Barrier gates hinges surge', standfirst: '', topics: [] }, everywhere),
  ).toEqual([])
})

test('of what is equally near the fresher is nearer, by the story’s own day; what is older than it takes more', () => {
  const fresh = one('fresh', { topics: ['barrier'], publishedAt: daysAgo(1) })
  const old = one('old', { topics: ['barrier'], publishedAt: daysAgo(300) })
  const later = one('later', { topics: ['barrier'], publishedAt: daysAgo(-30) })
  expect(ranked(old, fresh, later).slice(0, 2)).toEqual(['later', 'fresh'])
  expect(ranked(one('ages', { topics: ['barrier'], publishedAt: daysAgo(4000) }))).toEqual([])
})

test('below the threshold there is nothing rather than something', () => {
  expect(ranked(one('far'), one('farther', { headline: 'Choir sings', standfirst: 'In tune.' }))).toEqual([])
  expect(rankRelated(gates, [])).toEqual([])
})

test('marks and case make no other word', () => {
  const story = { ...gates, headline: 'Ynys Môn ferries cancelled', standfirst: '', topics: [] }
  expect(rankRelated(story, [one('mon', { headline: 'FERRIES to Ynys Mon' }), ...fill(20)])).toEqual(['mon'])
})
