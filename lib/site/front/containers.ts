import type { Card } from '../queries/cards'
import type { Section } from '../queries/paper'
import { backfill, type Column, columnHeight } from './measure'

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
  const main: Column = { span: 6, slots: [{ card: take(), size: 'l', stand: true, by: true }] }
  const middle: Column = { span: 3, slots: [{ card: take(), size: 'm', stand: true }] }
  const end: Column = { span: 3, slots: [{ card: take(), size: 's', stand: true }] }
  if (rich) main.pair = [take(), take()]
  const [filledMiddle, filledEnd] = backfill([middle, end], pool, columnHeight(main))
  return { kind: 'plain', columns: [main, filledMiddle as Column, filledEnd as Column] }
}

/** Sections side by side, each under its own bar: 4/4/4, or 6/6. */
export function trio(sections: { section: Section; pool: Card[] }[]): Container {
  const span = sections.length === 2 ? 6 : 4
  const heads = sections.map(({ section, pool }) => ({
    section,
    pool: pool.slice(1, 1 + trioHeadlines),
    column: {
      span,
      slots: pool.slice(0, 1).map((card) => ({ card, size: 's' as const, stand: true })),
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

/** A section of its own: `even` 3/3/3/3, `wide` 5/4/3; with few stories as many columns as there are stories. */
export function sectionContainer(section: Section, stories: Card[], shape: 'even' | 'wide'): Container {
  const pool = [...stories]
  const few = ({ 1: 12, 2: 6, 3: 4 } as const)[pool.length]
  if (few) {
    const size = few === 4 ? 's' : 'm'
    return {
      kind: 'section',
      section,
      columns: pool.map((card) => ({ span: few, slots: [{ card, size, stand: true, by: true }] })),
    }
  }
  const take = () => pool.shift() as Card
  const columns: Column[] =
    shape === 'even'
      ? [
          { span: 3, slots: [{ card: take(), size: 's', stand: true }] },
          { span: 3, slots: [{ card: take(), size: 's', stand: true }] },
          { span: 3, slots: [{ card: take(), size: 's', stand: true }] },
          {
            span: 3,
            slots: [pool.length > 1 ? { card: take(), size: 'xs' } : { card: take(), size: 's', stand: true }],
          },
        ]
      : [
          { span: 5, slots: [{ card: take(), size: 'm', stand: true, by: true }] },
          { span: 4, slots: [{ card: take(), size: 's', stand: true }] },
          { span: 3, slots: [{ card: take(), size: 's' }] },
        ]
  return { kind: 'section', section, columns: backfill(columns, pool) }
}

/** Voices on the wash: the first is the largest. */
export function opinion(section: Section, stories: Card[]): Container | undefined {
  const cards = stories.slice(0, 4)
  const span = ({ 1: 12, 2: 6, 3: 4, 4: 3 } as const)[cards.length]
  return (
    span && {
      kind: 'opinion',
      section,
      columns: cards.map((card, i) => ({ span, slots: [{ card, size: i ? 's' : 'm' }] })),
    }
  )
}
