import type { Card } from '../queries/cards'
import type { Section } from '../queries/paper'
import { backfill, type Column, columnHeight, lines, widthOf } from './measure'

/** A part of the front between two rules. `section` gives it a title and a colour. */
export type Container =
  | { kind: 'plain'; columns: Column[] }
  | { kind: 'trio'; columns: (Column & { section: Section })[] }
  | { kind: 'section'; section: Section; columns: Column[] }
  | { kind: 'opinion'; section: Section; columns: Column[] }

/** How many stories a trio's column wants at most, beside its first. */
const trioHeadlines = 4

/** One large story, with two groups beside it: 6/3/3. Takes its stories from the pool. */
export function splash(pool: Card[]): Container | undefined {
  if (pool.length < 3) return undefined
  const rich = pool.length >= 8
  const take = () => pool.shift() as Card
  const main: Column = { span: 6, slots: [{ card: take(), size: 'l', stand: true, by: true, picture: true }] }
  const middle: Column = { span: 3, slots: [{ card: take(), size: 'm', stand: true }] }
  const picture = Boolean(main.slots[0]?.card.picture)
  const end: Column = { span: 3, slots: [{ card: take(), size: 's', stand: true, picture }] }
  // With a picture it is as tall as the others can be without them.
  if (rich && !picture) main.pair = [take(), take()]
  const [filledMiddle, filledEnd] = backfill([middle, end], pool, columnHeight(main))
  return { kind: 'plain', columns: [main, filledMiddle as Column, filledEnd as Column] }
}

/** Sections side by side, each under its own bar: 4/4/4, or 6/6; all begin with a picture or none does. */
export function trio(sections: { section: Section; pool: Card[] }[]): Container {
  const span = sections.length === 2 ? 6 : 4
  const pools = sections.map(({ section, pool }) => ({ section, pool: picturedFirst(pool) }))
  const picture = pools.every(({ pool }) => pool[0]?.picture)
  const heads = pools.map(({ section, pool }) => ({
    section,
    pool: pool.slice(1, 1 + trioHeadlines),
    column: {
      span,
      slots: pool.slice(0, 1).map((card) => ({ card, size: 's' as const, stand: true, picture })),
    } satisfies Column,
  }))
  const full = heads.map(({ column, pool }) => columnHeight(backfill([column], [...pool], 10_000)[0] as Column))
  // The column that has least to show says where all of them end, if it has at least two headlines.
  const goal = Math.max(Math.min(...full), ...heads.map(({ column }) => columnHeight(column)))
  return {
    kind: 'trio',
    columns: heads.map(({ section, column, pool }) => ({ ...(backfill([column], pool, goal)[0] as Column), section })),
  }
}

/** Of its newest three the first that has a picture goes before the others. */
function picturedFirst(pool: Card[]): Card[] {
  const first = pool.slice(0, 3).find((card) => card.picture)
  return first ? [first, ...pool.filter((card) => card !== first)] : pool
}

/** A section of its own: `even` 3/3/3/3, `wide` 5/4/3; of three stories 6/3/3 or 5/4/3, of fewer a column each. */
export function sectionContainer(section: Section, stories: Card[], shape: 'even' | 'wide'): Container {
  const pool = [...stories]
  const few = fewSpans[shape][pool.length]
  if (few) {
    // Nothing is added to these columns, so that one picture would leave the others short.
    const picture = few.length > 1 && pool.every((card) => card.picture)
    const columns = few.map((span, i) => ({
      span,
      slots: [{ card: pool[i] as Card, size: span > 4 ? 'm' : 's', stand: true, by: true, picture } as const],
    }))
    return { kind: 'section', section, columns }
  }
  const take = () => pool.shift() as Card
  const columns: Column[] =
    shape === 'even'
      ? [
          { span: 3, slots: [{ card: take(), size: 's', stand: true, picture: true }] },
          { span: 3, slots: [{ card: take(), size: 's', stand: true, picture: true }] },
          { span: 3, slots: [{ card: take(), size: 's', stand: true, picture: true }] },
          {
            span: 3,
            slots: [pool.length > 1 ? { card: take(), size: 'xs' } : { card: take(), size: 's', stand: true }],
          },
        ]
      : [
          { span: 5, slots: [{ card: take(), size: 'm', stand: true, by: true, picture: true }] },
          { span: 4, slots: [{ card: take(), size: 's', stand: true }] },
          { span: 3, slots: [{ card: take(), size: 's' }] },
        ]
  return { kind: 'section', section, columns: backfill(columns, pool) }
}

const fewSpans: Record<'even' | 'wide', Record<number, Column['span'][]>> = {
  even: { 1: [12], 2: [6, 6], 3: [6, 3, 3] },
  wide: { 1: [12], 2: [6, 6], 3: [5, 4, 3] },
}

/** Voices on the wash: the first is the largest, unless its headline is too long for its column. */
export function opinion(section: Section, stories: Card[]): Container | undefined {
  const cards = stories.slice(0, 4)
  const span = ({ 1: 12, 2: 6, 3: 4, 4: 3 } as const)[cards.length]
  return (
    span && {
      kind: 'opinion',
      section,
      columns: cards.map((card, i) => ({ span, slots: [{ card, size: i || long(card, span) ? 's' : 'm' }] })),
    }
  )
}

const long = (card: Card, span: number) => lines(card.headline, 31, widthOf(span)) > 4
