import type { Card } from '../queries/cards'
import type { Size } from '../view/card'
import { isVoiced } from '../view/colour'
import { columnShape } from '../view/spots'

/** A story's place in a column: how large its headline is and what else of it is shown. */
export type Slot = {
  card: Card
  size: Size
  stand?: boolean
  by?: boolean
  /** Its picture stands over it, if it has one. */
  picture?: boolean
}

/** Stories one below the other over `span` of the page's 12 columns; `pair`: two more, side by side at its foot. */
export type Column = { span: 3 | 4 | 5 | 6 | 12; slots: Slot[]; pair?: Card[] }

/** Headline: font size and line height in px. */
const headline: Record<Size, [number, number]> = {
  xs: [18, 21],
  s: [21, 24],
  m: [27, 29],
  l: [36, 37.5],
  xl: [44, 44.5],
}

// Average widths of a character, in em, of the two faces over English text.
const headWidth = 0.43
const textWidth = 0.465

const separator = 27

/** Width in px of `span` columns on a page at its widest. */
export const widthOf = (span: number) => span * 78 + (span - 1) * 24

/** Lines that a text of one face fills; the browser balances them, so the last is never a single word. */
export const lines = (text: string, fontSize: number, width: number, em = textWidth) =>
  text ? Math.ceil((text.length * fontSize * em) / (width * 0.96)) : 0

/** About how tall a story stands in a column, in px. Good to a line; enough to let columns end together. */
export function slotHeight({ card, size, stand, by, picture }: Slot, span: number): number {
  const width = widthOf(span)
  const [font, line] = headline[size]
  const voice = isVoiced(card)
  const faced = voice && size !== 'xs' && card.authors[0]?.face
  const head = voice
    ? lines(card.headline, font * 1.08, width) * line * 1.1
    : lines(card.headline, font, width, headWidth) * line
  const under = stand ? lines(card.standfirst, 16.5, width) * 23 + 6 : 0
  const above = picture && card.picture ? pictureHeight(span) : faced ? 48 : 0
  return above + 23 + (voice ? 20 : 0) + head + under + (by ? 26 : 0)
}

const ratios = { '16:9': 16 / 9, '4:3': 4 / 3 } as const

/** How tall a picture over so many columns stands, with the space below it, in px. */
export const pictureHeight = (span: number) => widthOf(span) / ratios[columnShape(span)] + 10

export const columnHeight = ({ slots, span, pair }: Column) =>
  slots.reduce((sum, slot) => sum + slotHeight(slot, span), 0) +
  separator * Math.max(0, slots.length - 1) +
  (pair?.length ? separator + 12 + Math.max(...pair.map((card) => slotHeight({ card, size: 's' }, span / 2))) : 0)

/**
 * Adds headlines to the shortest columns until all end together, within half a story, or none is left.
 * @param pool candidates in order; those that were used are taken out of it
 * @param height to reach, px; as tall as the tallest column when absent
 */
export function backfill(columns: Column[], pool: Card[], height = 0): Column[] {
  const filled = columns.map((column) => ({ ...column, slots: [...column.slots] }))
  const goal = Math.max(height, ...filled.map(columnHeight))
  for (let card = pool[0]; card; card = pool[0]) {
    const shortest = filled.reduce((least, column) => (columnHeight(column) < columnHeight(least) ? column : least))
    const slot: Slot = { card, size: 'xs' }
    if (columnHeight(shortest) + separator + slotHeight(slot, shortest.span) / 2 > goal) break
    shortest.slots.push(slot)
    pool.shift()
  }
  return filled
}
