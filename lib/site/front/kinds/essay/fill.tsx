import { Box } from '#lib/site/front/columns'
import type { Fill } from '#lib/site/front/filling'
import { Byline, Stand } from '#lib/site/view/card'
import { colourOf } from '#lib/site/view/colour'
import { Paid } from '#lib/site/view/labels'
import { Picture } from '#lib/site/view/picture'
import { spoken } from '#lib/site/view/spoken'
import { columnSpot } from '#lib/site/view/spots'

/** Thumbs stand three in a row. */
const thumbs = 3
const thumbSpot = { shape: '1:1', sizes: '(min-width: 40rem) 8rem, 30vw', most: 480, plainly: 96 } as const

/**
 * One story with a wide picture and three more of its own on the wash. Where no editor has placed one it is the newest of
 * the source that has so many.
 */
export const fill: Fill = async ({ hand, pool, container, picturesOf }) => {
  for (const card of hand[0] ? [hand[0]] : pool.left(container.source)) {
    const pictures = await picturesOf(card)
    const [first, ...others] = card.picture ? [card.picture, ...pictures.slice(1)] : pictures
    if (!first || (!hand[0] && others.length < thumbs)) continue
    return {
      cards: [card],
      pictured: [card],
      view: ({ t }) => (
        <section className={`band ${colourOf(card.section)}`} aria-label={t.essay}>
          <Box className="box">
            <article className="essay">
              <div className="pic">
                <Picture shown={first} {...columnSpot(8, false)} decorative />
              </div>
              <div>
                {card.sponsor ? <Paid story={card} t={t} /> : <p className="kicker">{card.kicker || t.essay}</p>}
                <h2 {...spoken(card.language)}>
                  <a href={card.path}>{card.headline}</a>
                </h2>
                <Stand card={card} />
                <Byline card={card} t={t} />
                {others.length > 0 && (
                  <div className="thumbs">
                    {others.slice(0, thumbs).map((shown, i) => (
                      <Picture key={i} shown={shown} {...thumbSpot} decorative />
                    ))}
                  </div>
                )}
              </div>
            </article>
          </Box>
        </section>
      ),
    }
  }
  return undefined
}
