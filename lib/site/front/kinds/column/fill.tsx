import { Slots, told } from '#lib/site/front/columns'
import { type Fill, type Filling, fillSlots, type Place } from '#lib/site/front/filling'
import { backfill, type Column, columnHeight } from '#lib/site/front/measure'
import type { Card } from '#lib/site/queries/cards'
import { colourOf } from '#lib/site/view/colour'

/** Headlines below a column's first story, at most, that no editor has placed there. */
const headlines = 4

/** Sections side by side, each under its own bar: 4/4/4, 6/6, or one alone; all begin with a picture or none does. */
export const fill: Fill = (...fillings) => {
  const used = new Set<Card['id']>()
  const pools = fillings
    .map((filling) => ({ filling, stories: storiesOf(filling, used) }))
    .filter(({ stories }) => stories.length > 0)
  if (!pools.length) return undefined
  const span = pools.length === 1 ? 12 : pools.length === 2 ? 6 : 4
  const picture = pools.every(({ stories }) => stories[0]?.picture)
  const heads = pools.map(({ filling: { container, place }, stories: [first, ...rest] }) => ({
    id: container.id,
    place,
    rest,
    column: { span, slots: [{ card: first as Card, size: 's', stand: true, picture }] } satisfies Column as Column,
  }))
  const full = heads.map(({ column, rest }) => columnHeight(backfill([column], [...rest], 10_000)[0] as Column))
  // The column that has least to show says where all of them end, if it has at least two headlines.
  const goal = Math.max(Math.min(...full), ...heads.map(({ column }) => columnHeight(column)))
  const columns = heads.map(({ id, place, column, rest }) => ({
    id,
    place,
    column: backfill([column], [...rest], goal)[0] as Column,
  }))
  const part = told(columns.map(({ column }) => column))
  const shown = columns.map((one, i) => ({ ...one, column: part.columns[i] as Column }))
  return { ...part, view: ({ t }) => <Abreast columns={shown} t={t} /> }
}

/** Of its newest three the first that has a picture leads, if no editor says otherwise. */
function storiesOf({ hand, pool, container }: Filling, used: Set<string>): Card[] {
  const left = pool.left(container.source).filter((card) => !used.has(card.id))
  const first = hand[0] ? undefined : left.slice(0, 3).find((card) => card.picture)
  const ordered = first ? [first, ...left.filter((card) => card !== first)] : left
  const stories = fillSlots(hand, ordered, Math.max(hand.length, 1 + headlines))
  for (const { id } of stories) used.add(id)
  return stories
}

type AbreastProps = {
  columns: { id: string; place: Place; column: Column }[]
  t: Parameters<typeof Slots>[0]['t']
}

const Abreast = ({ columns, t }: AbreastProps) => (
  <div className="wrap mt-beat">
    <div className="cols ruled pb-4">
      {columns.map(({ id, place, column: { span, slots } }) => (
        <section key={id} className={`n${span} ${colourOf(place)}`} aria-labelledby={`in-${id}`}>
          <h2 id={`in-${id}`} className="column-title">
            {place.path ? <a href={place.path}>{place.title}</a> : place.title}
          </h2>
          <Slots slots={slots} span={span} t={t} bare />
        </section>
      ))}
    </div>
  </div>
)
