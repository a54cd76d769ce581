import type { Messages } from '#lib/messages/find'
import { bodyText } from '#lib/story/document/text'

import { excerpt, markFound, type Run } from '../excerpt'
import type { Hits } from '../queries/search'
import { type Clock, date } from '../time'
import { CardPicture } from './card'
import { colourOf } from './colour'
import { Paid } from './labels'
import { spoken } from './spoken'
import { rowSpot } from './spots'

type Props = { hits: Hits['hits']; words: string; t: Messages; on: Clock }

/** Stories that a search found, with the words marked where they stand. */
export const HitList = ({ hits, words, t, on }: Props) =>
  hits.map((hit) => {
    const passage = excerpt(bodyText(hit.body), words) ?? markFound(hit.standfirst, words)
    return (
      <article key={hit.id} className={`hit ${colourOf(hit.section)}`}>
        <CardPicture card={hit} {...rowSpot} />
        <p className="kicker">
          {hit.section.name} <span>{date(hit.publishedAt, on)}</span>
        </p>
        <Paid story={hit} t={t} />
        <h2 {...spoken(hit.language)}>
          <a href={hit.path}>
            <Marked runs={markFound(hit.headline, words)} />
          </a>
        </h2>
        {passage.length > 0 && (
          <p className="stand" {...spoken(hit.language)}>
            <Marked runs={passage} />
          </p>
        )}
      </article>
    )
  })

const Marked = ({ runs }: { runs: Run[] }) =>
  runs.map(({ text, found }, i) => (found ? <mark key={i}>{text}</mark> : text))
