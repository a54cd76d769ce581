import { Box, Columns, told } from '#lib/site/front/columns'
import { type Fill, fillSlots } from '#lib/site/front/filling'
import { backfill, type Column, columnHeight } from '#lib/site/front/measure'
import type { Card } from '#lib/site/queries/cards'

/** Stories that a section keeps for its own container when the splash is filled. */
const kept = 3

/** Headlines that its columns may end with. */
const most = 16

/** One large story, with two groups beside it: 6/3/3. */
export const fill: Fill = ({ hand, pool, container: { source } }) => {
  const candidates = source.of === 'newest' ? pickSplash(pool.bySection()) : pool.left(source)
  const stories = fillSlots(hand, candidates, most)
  if (stories.length < 3) return undefined
  const part = told(columnsOf(stories))
  return {
    ...part,
    view: ({ t }) => (
      <Box className="box thick">
        <Columns columns={part.columns} t={t} />
      </Box>
    ),
  }
}

function columnsOf(stories: Card[]): Column[] {
  const pool = [...stories]
  const rich = pool.length >= 8
  const take = () => pool.shift() as Card
  const main: Column = { span: 6, slots: [{ card: take(), size: 'l', stand: true, by: true, picture: true }] }
  const middle: Column = { span: 3, slots: [{ card: take(), size: 'm', stand: true }] }
  const picture = Boolean(main.slots[0]?.card.picture)
  const end: Column = { span: 3, slots: [{ card: take(), size: 's', stand: true, picture }] }
  // With a picture it is as tall as the others can be without them.
  if (rich && !picture) main.pair = [take(), take()]
  const [filledMiddle, filledEnd] = backfill([middle, end], pool, columnHeight(main))
  return [main, filledMiddle as Column, filledEnd as Column]
}

/**
 * Stories for the splash, the largest first: of each section that can spare one the longest of its newest three, those with
 * a picture first and last, as they stand there; then the newest of what sections do not keep. Where only one section has
 * so many stories, all are its own.
 */
function pickSplash(sections: Card[][]): Card[] {
  const rich = sections.filter((cards) => cards.length > kept - 1)
  const heads = rich
    .map((cards) => cards.slice(0, 3).reduce((best, card) => (card.words > best.words ? card : best)))
    .sort((a, b) => Number(Boolean(b.picture)) - Number(Boolean(a.picture)) || b.words - a.words)
    .slice(0, 3)
  const alone = heads.length < 3
  const spare = rich.flatMap((cards) => cards.filter((card) => alone || !heads.includes(card)).slice(kept)).sort(byTime)
  const [first, second, third] = heads
  const seen = first && second && third && second.picture && !third.picture ? [first, third, second] : heads
  return [...(alone ? [] : seen), ...spare]
}

const byTime = (a: Card, b: Card) => b.publishedAt.getTime() - a.publishedAt.getTime() || b.place - a.place
