import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'

import { en } from '#lib/messages/en'
import { plainCard } from '#lib/testing/plain-card'
import { aShown } from '#lib/testing/shown'

import type { Card } from '../queries/cards'
import { topicsOfTheDay } from '../topics-of-the-day'
import type { Container, Placed } from './content'
import { defaultFront } from './default'
import { type FilledFront, fillFront } from './fill'
import type { KindName } from './kinds/facts'
import { pickLead } from './kinds/lead/fill'
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
  ...plainCard,
  ...more,
})

const places = ['river', 'politics', 'business', 'opinion', 'culture', 'sport']

/** `count` stories, a new one each hour, from all sections in turn. */
const paperOf = (count: number) => Array.from({ length: count }, (_, i) => card(`s${i}`, places[i % places.length]!, i))

const text = ['A paragraph. '.repeat(20), 'Another. '.repeat(20)]

type Given = { cards: Card[]; containers?: Container[]; words?: string[]; rich?: string[] }

const fillWith = ({ cards, containers, words = text, rich = [] }: Given) => {
  const sections = places.map(section)
  return fillFront(containers ? { containers } : defaultFront('home', sections), {
    lists: {
      newest: cards.slice(0, 40),
      sections: sections.map((one) => ({ section: one, cards: cards.filter((card) => card.section.id === one.id) })),
      topics: new Map(),
    },
    hand: new Map(cards.map((card) => [card.id, card])),
    items: new Map(),
    placeOf: ({ id, title }) => ({ id, title, path: undefined, colour: '' }),
    textOf: async () => words,
    picturesOf: async ({ id }) =>
      rich.includes(id) ? ['a', 'b', 'c', 'd'].map((one) => aShown({ id: `${id}-${one}` })) : [],
  })
}
const frontOf = (cards: Card[], words = text) => fillWith({ cards, words })

const columnsOf = ({ columns = [] }: FilledFront['parts'][number]) => columns
const withColumns = (front: FilledFront) => front.parts.filter(({ columns }) => columns)
const kindOf = ({ containers: [first] }: FilledFront['parts'][number]) => first?.kind
const partOf = (front: FilledFront, kind: KindName) => front.parts.find((part) => kindOf(part) === kind)!
const shown = (front: FilledFront) => front.parts.flatMap(({ cards }) => cards)
const setting = { t: en, on: { zone: 'UTC', language: 'en-GB' }, now: at(0) }
const html = (part: FilledFront['parts'][number]) => renderToStaticMarkup(part.view(setting))

const slot = (story: string, change: Partial<Placed> = {}): Placed => ({
  story,
  headline: '',
  kicker: '',
  picture: '',
  until: '',
  ...change,
})
const container = (kind: KindName, ...slots: Container['slots']): Container => ({
  id: kind,
  kind,
  title: '',
  source: { of: 'newest' },
  slots,
})
const fromSection = (kind: KindName, id: string, ...slots: Container['slots']): Container => ({
  ...container(kind, ...slots),
  id: `${kind}-${id}`,
  source: { of: 'section', id },
})

test.each([1, 2, 3, 5, 8, 13, 21, 34, 60])(
  'of %i stories each stands on the front once at most, and all of few',
  async (count) => {
    const ids = shown(await frontOf(paperOf(count))).map((one) => one.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBeGreaterThanOrEqual(Math.min(count, 13))
  },
)

test.each([1, 2, 3, 5, 8, 13, 21, 34, 60])(
  'of %i stories the columns of every container fill the page’s twelve',
  async (count) => {
    for (const part of withColumns(await frontOf(paperOf(count))))
      expect(columnsOf(part).reduce((sum, { span }) => sum + span, 0)).toBe(12)
  },
)

test('no two neighbouring containers share a shape', async () => {
  const shapes = withColumns(await frontOf(paperOf(60))).map((part) =>
    columnsOf(part)
      .map(({ span }) => span)
      .join('/'),
  )
  expect(shapes.length).toBeGreaterThan(4)
  for (const [i, shape] of shapes.entries()) expect(shape).not.toBe(shapes[i + 1])
})

const pictured = (cards: Card[]) => cards.map((one) => ({ ...one, picture: aShown({ id: `of-${one.id}` }) }))

test.each([
  ['without pictures', paperOf(120)],
  ['with pictures everywhere', pictured(paperOf(160))],
])('in a full paper %s the columns of a container end within a story of each other', async (_, cards) => {
  for (const part of withColumns(await frontOf(cards))) {
    if (kindOf(part) === 'opinion') continue
    const heights = columnsOf(part).map(columnHeight)
    expect(Math.max(...heights) - Math.min(...heights), kindOf(part)).toBeLessThan(110)
  }
})

test('no column has more than one picture', async () => {
  const front = await frontOf(pictured(paperOf(60)))
  const columns = front.parts.flatMap(columnsOf)
  expect(columns.flatMap(({ slots }) => slots.filter(({ picture }) => picture)).length).toBeGreaterThan(6)
  for (const { slots } of columns) expect(slots.filter(({ picture }) => picture).length).toBeLessThanOrEqual(1)
})

test('a lead with a picture needs no opening; stories with the same picture leave it to the lead', async () => {
  const front = await frontOf(paperOf(30).map((one) => ({ ...one, picture: aShown() })))
  expect(html(partOf(front, 'lead'))).not.toContain('opening')
  expect(front.parts.flatMap((part) => part.pictured).map(({ id }) => id)).toEqual([shown(front)[0]!.id])
})

test('sections side by side begin with a picture each, if each has one among its newest three', async () => {
  const heads = async (...with_: number[]) => {
    const cards = with_.flatMap((pictureAt, n) =>
      Array.from({ length: 5 }, (_, i) =>
        card(`${places[n]}${i}`, places[n]!, i, i === pictureAt ? { picture: aShown({ id: `p${n}` }) } : {}),
      ),
    )
    const front = await fillWith({ cards, containers: with_.map((_, n) => fromSection('column', places[n]!)) })
    return columnsOf(front.parts[0]!).map(({ slots: [first] }) => [first!.card.id, first!.picture])
  }
  expect(await heads(0, 2)).toEqual([
    ['river0', true],
    ['politics2', true],
  ])
  expect(await heads(0, 3)).toEqual([
    ['river0', false],
    ['politics0', false],
  ])
})

test('up to three columns stand side by side; a fourth begins a row', async () => {
  const containers = ['river', 'politics', 'business', 'sport'].map((id) => fromSection('column', id))
  const { parts } = await fillWith({ cards: paperOf(40), containers })
  expect(parts.map((part) => columnsOf(part).map(({ span }) => span))).toEqual([[4, 4, 4], [12]])
})

test('in a section of few stories all have their pictures or none', async () => {
  const few = async (count: number) => {
    const cards = ['a', 'b'].map((id, i) => card(id, 'sport', i, { picture: i < count ? aShown({ id }) : undefined }))
    const { parts } = await fillWith({ cards, containers: [fromSection('list', 'sport')] })
    return columnsOf(parts[0]!).map(({ slots }) => slots[0]?.picture)
  }
  expect([await few(1), await few(2)]).toEqual([
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

test('what somebody has paid for never leads by rule, an editor may place it; wherever it stands it says so', async () => {
  const paid = { sponsor: 'Harl Ferries', words: 5000, headline: 'Sail with us' }
  expect(pickLead([card('ad', 'river', 0, paid), card('report', 'river', 1)])?.id).toBe('report')
  expect(pickLead([card('ad', 'river', 0, paid)])).toBeUndefined()
  const [placed] = (await fillWith({ cards: paperOf(20), containers: [container('lead', slot('s5'))] })).parts
  expect(placed!.cards[0]!.id).toBe('s5')
  const all = paperOf(60).map((one, i) => ({
    ...one,
    ...paid,
    sponsor: i ? paid.sponsor : '',
    words: i < 20 ? 900 : 90,
  }))
  const page = (await frontOf(all)).parts.map((part) => html(part)).join('')
  expect(page.split('Sail with us').length - 1).toBeGreaterThan(20)
  expect(page.split('Paid for by Harl Ferries').length).toBe(
    page.split(/Sail with us|Some of it was known before, and some of it was not\.<\/span>/).length - 1,
  )
})

test('over a headline stands the slot’s kicker, else the story’s, else its topic', async () => {
  const cards = paperOf(20).map((one) => (one.id === 's5' ? { ...one, kicker: 'Analysis' } : one))
  const over = async (kicker?: string) => {
    const containers = [container('lead', slot('s5', kicker ? { kicker } : {}))]
    return /<p class="kicker">([^<]*)/.exec(html((await fillWith({ cards, containers })).parts[0]!))?.[1]
  }
  expect([await over('Exclusive'), await over()]).toEqual(['Exclusive', 'Analysis'])
})

test('a paper of two stories begins its lead on the front, and one without a text does not', async () => {
  expect(html((await frontOf(paperOf(2))).parts[0]!)).toContain('opening')
  expect(html((await frontOf(paperOf(2), [])).parts[0]!)).not.toContain('opening')
})

test('voices stand in their own place alone while there is news', async () => {
  const front = await frontOf(paperOf(40))
  const places = front.parts.flatMap((part) =>
    part.cards.filter((one) => one.section.id === 'opinion').map(() => kindOf(part)),
  )
  expect(places).toEqual(['opinion', 'opinion', 'opinion', 'opinion'])
})

test('the splash is of several sections, its largest story the longest that they can spare', async () => {
  const cards = paperOf(40).map((one, i) => (i === 25 ? { ...one, words: 3000 } : one))
  const heads = columnsOf(partOf(await frontOf(cards), 'splash')).map(({ slots }) => slots[0]!.card)
  expect(new Set(heads.map((one) => one.section.id)).size).toBe(3)
  expect(heads[0]!.words).toBe(Math.max(...heads.map((one) => one.words)))
})

test('beside the lead stand stories on its topics first', async () => {
  const flooding = { id: 't', slug: 'flooding', name: 'Flooding' }
  const cards = paperOf(20).map((one, i) =>
    [0, 14, 16].includes(i) ? { ...one, topics: [flooding], words: 900 } : one,
  )
  expect((await frontOf(cards)).parts[0]!.cards.slice(1, 3).map((one) => one.id)).toEqual(['s14', 's16'])
})

test('what an editor has placed stands there, with its slot’s words, and nowhere else; what is not live is filled again', async () => {
  const containers = [
    container('lead', null, slot('s7', { headline: 'Of the slot', kicker: 'Exclusive' })),
    container('splash', slot('not-live'), slot('s3', { picture: 'none' })),
    fromSection('list', 'sport', slot('s2')),
  ]
  const front = await fillWith({ cards: pictured(paperOf(60)), containers })
  const [lead, splash, list] = front.parts
  expect(lead!.cards[1]).toMatchObject({ id: 's7', headline: 'Of the slot', kicker: 'Exclusive' })
  expect(html(lead!)).toContain('Exclusive')
  expect(columnsOf(splash!)[1]!.slots[0]!.card).toMatchObject({ id: 's3', picture: undefined })
  expect(splash!.cards[0]!.id).not.toBe('not-live')
  expect(list!.cards[0]!.id).toBe('s2')
  const ids = shown(front).map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

test('a picture essay is a story with pictures enough, the newest or the one that is placed', async () => {
  const of = async (...slots: Container['slots']) =>
    (
      await fillWith({ cards: paperOf(20), rich: ['s5', 's9'], containers: [container('essay', ...slots)] })
    ).parts.flatMap(({ cards }) => cards.map(({ id }) => id))
  expect([await of(), await of(slot('s9')), await of(slot('s1'))]).toEqual([['s5'], ['s9'], []])
})

test('briefs are short stories, four at least', async () => {
  const of = async (short: number) => {
    const cards = paperOf(20).map((one, i) => ({ ...one, words: i < short ? 90 : 600 }))
    return (await fillWith({ cards, containers: [container('briefs')] })).parts.flatMap(({ cards }) => cards.length)
  }
  expect([await of(3), await of(4), await of(15)]).toEqual([[], [4], [8]])
})

test('the topics of the day are those that most of the newest stories have', () => {
  const topic = (id: string) => ({ id, slug: id, name: id })
  const cards = [['a'], ['b', 'a'], ['c', 'b', 'a']].map((ids, i) =>
    card(`s${i}`, 'river', i, { topics: ids.map(topic) }),
  )
  expect(topicsOfTheDay(cards, 2).map(({ id }) => id)).toEqual(['a', 'b'])
})
