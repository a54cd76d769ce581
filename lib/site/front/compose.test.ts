import { expect, test } from 'vitest'

import { aShown } from '#lib/testing/shown'

import type { Card } from '../queries/cards'
import { compose, type Front, pickLead, topicsOfTheDay } from './compose'
import { type Container, sectionContainer, trio } from './containers'
import { columnHeight } from './measure'

const at = (hours: number) => new Date(Date.parse('2026-05-14T08:00:00Z') - hours * 3_600_000)

const section = (id: string) => ({ id, slug: id, name: id, colour: id })

/** A story of a section, `hours` old. */
const card = (id: string, place: string, hours: number, more: Partial<Card> = {}): Card => ({
  id,
  place: 1000 - hours,
  path: `/${place}/${id}`,
  headline: `What ${id} says about the river and the town`,
  standfirst: 'Some of it was known before, and some of it was not.',
  dateline: '',
  words: 500,
  publishedAt: at(hours),
  updatedAt: at(hours),
  section: section(place),
  topics: [],
  authors: [],
  picture: undefined,
  ...more,
})

const places = ['river', 'politics', 'business', 'opinion', 'culture', 'sport']

/** `count` stories, a new one each hour, from all sections in turn. */
const paperOf = (count: number) => Array.from({ length: count }, (_, i) => card(`s${i}`, places[i % places.length]!, i))

const frontOf = (cards: Card[], text = ['A paragraph. '.repeat(20), 'Another. '.repeat(20)]) => {
  const bySection = places.map((id) => ({ section: section(id), cards: cards.filter((one) => one.section.id === id) }))
  return compose(pickLead(cards)!, text, cards.slice(0, 40), bySection)
}

const columnsOf = (container: Container) => container.columns
const inContainers = (front: Front) =>
  front.containers.flatMap(columnsOf).flatMap(({ slots, pair = [] }) => [...slots.map((slot) => slot.card), ...pair])
const shown = (front: Front) => [front.lead, ...front.subs, ...front.latest, ...inContainers(front)]

test.each([1, 2, 3, 5, 8, 13, 21, 34, 60])(
  'of %i stories each stands on the front once at most, and all of few',
  (count) => {
    const ids = shown(frontOf(paperOf(count))).map((one) => one.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBeGreaterThanOrEqual(Math.min(count, 13))
  },
)

test.each([1, 2, 3, 5, 8, 13, 21, 34, 60])(
  'of %i stories the columns of every container fill the page’s twelve',
  (count) => {
    for (const container of frontOf(paperOf(count)).containers)
      expect(columnsOf(container).reduce((sum, { span }) => sum + span, 0)).toBe(12)
  },
)

test('no two neighbouring containers share a shape', () => {
  const shapes = frontOf(paperOf(60)).containers.map((one) =>
    columnsOf(one)
      .map(({ span }) => span)
      .join('/'),
  )
  expect(shapes.length).toBeGreaterThan(4)
  for (const [i, shape] of shapes.entries()) expect(shape).not.toBe(shapes[i + 1])
})

test('in a full paper the columns of a container end within a story of each other', () => {
  for (const container of frontOf(paperOf(120)).containers) {
    if (container.kind === 'opinion') continue
    const heights = columnsOf(container).map(columnHeight)
    expect(Math.max(...heights) - Math.min(...heights)).toBeLessThan(110)
  }
})

const pictured = (cards: Card[]) => cards.map((one) => ({ ...one, picture: aShown({ id: `of-${one.id}` }) }))

test('with pictures everywhere the columns end within a story of each other, too', () => {
  const { containers } = frontOf(pictured(paperOf(160)))
  expect(
    containers.flatMap(columnsOf).flatMap(({ slots }) => slots.filter(({ picture }) => picture)).length,
  ).toBeGreaterThan(6)
  for (const container of containers) {
    if (container.kind === 'opinion') continue
    const heights = columnsOf(container).map(columnHeight)
    expect(Math.max(...heights) - Math.min(...heights), container.kind).toBeLessThan(110)
  }
})

test('no column has more than one picture', () => {
  for (const { slots } of frontOf(pictured(paperOf(60))).containers.flatMap(columnsOf))
    expect(slots.filter(({ picture }) => picture).length).toBeLessThanOrEqual(1)
})

test('a lead with a picture needs no opening; stories with the same picture leave it to the lead', () => {
  const cards = paperOf(30).map((one) => ({ ...one, picture: aShown() }))
  const front = frontOf(cards)
  expect([front.opening, front.lead.picture?.item.id]).toEqual([[], 'gate'])
  expect(inContainers(front).filter(({ picture }) => picture)).toEqual([])
})

test('sections side by side begin with a picture each, if each has one among its newest three', () => {
  const pool = (id: string, at: number) =>
    Array.from({ length: 5 }, (_, i) =>
      card(`${id}${i}`, id, i, i === at ? { picture: aShown({ id: `${id}-pic` }) } : {}),
    )
  const heads = (...at: number[]) =>
    trio(at.map((one, i) => ({ section: section(places[i]!), pool: pool(places[i]!, one) }))).columns.map(
      ({ slots: [first] }) => [first!.card.id, first!.picture],
    )
  expect(heads(0, 2)).toEqual([
    ['river0', true],
    ['politics2', true],
  ])
  expect(heads(0, 3)).toEqual([
    ['river0', false],
    ['politics0', false],
  ])
})

test('in a section of few stories all have their pictures or none', () => {
  const few = (count: number) => {
    const cards = ['a', 'b'].map((id, i) => card(id, 'sport', i, { picture: i < count ? aShown({ id }) : undefined }))
    return sectionContainer(section('sport'), cards, 'even').columns.map(({ slots }) => slots[0]?.picture)
  }
  expect([few(1), few(2)]).toEqual([
    [false, false],
    [true, true],
  ])
})

test('the longest of the newest news leads, not a voice and not what is a day older', () => {
  const lead = pickLead([
    card('brief', 'river', 0, { words: 100 }),
    card('view', 'opinion', 1, { words: 2000 }),
    card('report', 'politics', 2, { words: 900 }),
    card('old', 'sport', 30, { words: 3000 }),
  ])
  expect(lead?.id).toBe('report')
  expect(pickLead([])).toBeUndefined()
  expect(pickLead([card('view', 'opinion', 1)])?.id).toBe('view')
})

test('a paper of two stories begins its lead on the front, and one without a text does not', () => {
  expect(frontOf(paperOf(2)).opening.length).toBeGreaterThan(0)
  expect(frontOf(paperOf(2), []).opening).toEqual([])
})

test('voices stand in their own place alone while there is news', () => {
  const front = frontOf(paperOf(40))
  const voices = (cards: Card[]) => cards.filter((one) => one.section.id === 'opinion')
  expect(voices([...front.subs, ...front.latest])).toEqual([])
  expect(front.containers.filter(({ kind }) => kind === 'opinion')).toHaveLength(1)
  expect(voices(inContainers(front))).toHaveLength(4)
})

test('the splash is of several sections, its largest story the longest that they can spare', () => {
  const cards = paperOf(40).map((one, i) => (i === 25 ? { ...one, words: 3000 } : one))
  const [splash] = frontOf(cards).containers
  const heads = columnsOf(splash!).map(({ slots }) => slots[0]!.card)
  expect(new Set(heads.map((one) => one.section.id)).size).toBe(3)
  expect(heads[0]!.words).toBe(Math.max(...heads.map((one) => one.words)))
})

test('beside the lead stand stories on its topics first', () => {
  const flooding = { id: 't', slug: 'flooding', name: 'Flooding' }
  const cards = paperOf(20).map((one, i) =>
    [0, 14, 16].includes(i) ? { ...one, topics: [flooding], words: 900 } : one,
  )
  expect(
    frontOf(cards)
      .subs.slice(0, 2)
      .map((one) => one.id),
  ).toEqual(['s14', 's16'])
})

test('the topics of the day are those that most of the newest stories have', () => {
  const topic = (id: string) => ({ id, slug: id, name: id })
  const cards = [['a'], ['b', 'a'], ['c', 'b', 'a']].map((ids, i) =>
    card(`s${i}`, 'river', i, { topics: ids.map(topic) }),
  )
  expect(topicsOfTheDay(cards, 2).map(({ id }) => id)).toEqual(['a', 'b'])
})
