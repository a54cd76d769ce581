import { Box, Columns, Title, told } from '#lib/site/front/columns'
import { type Fill, fillSlots } from '#lib/site/front/filling'
import { colourOf } from '#lib/site/view/colour'
import { columnsOf } from '../list/fill'

/** What the paper has on one topic, on the wash: the newest large, the next beside it, the rest as headlines. */
export const fill: Fill = ({ container, hand, pool, place }) => {
  const stories = fillSlots(hand, pool.left(container.source), 7)
  if (!stories.length) return undefined
  const part = told(columnsOf(stories, 'wide'))
  return {
    ...part,
    view: ({ t }) => (
      <section className={`band ${colourOf(place)}`} aria-labelledby={`in-${container.id}`}>
        <Box className="box own">
          <Title id={container.id} place={place} t={t} />
          <Columns columns={part.columns} t={t} bare />
        </Box>
      </section>
    ),
  }
}
