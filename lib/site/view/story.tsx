import type { Messages } from '#lib/messages/find'
import type { RelatedStory } from '#lib/story/document/nodes'
import { DocumentBody, type Setting } from '#lib/story/document/react'

import { picturesFirst } from '../pictures-first'
import type { Card } from '../queries/cards'
import type { Story } from '../queries/story'
import { type Clock, dateAndClock, plainDay } from '../time'
import { AuthorBoxes } from './author-boxes'
import { StoryCard } from './card'
import { colourOf, layoutOf } from './colour'
import { Notes } from './corrections'
import { Lightbox } from './lightbox'
import { hasZoomable, mediaIn } from './media'
import { besideRail } from './rail'
import { ReportError } from './report-error'
import { PartsBeside } from './series'
import { spoken } from './spoken'
import { MainPicture, StoryHead } from './story-head'
import { Meta } from './story-meta'

type StoryProps = {
  story: Story
  /** Targets of its "Also read" blocks that are live. */
  targets: Setting['related']
  /** Other stories on its first topic, for the end margin. */
  rail: Card[]
  /** Of a story that is shown for review: what stands behind each block, and that readers have not got it. */
  behind?: Setting['behind']
  unpublished?: boolean
  /** Where its files are, if not where readers have them. */
  base?: string
  /** Its whole address, by which readers pass it on; none of what is shown for review. */
  url?: string
  t: Messages
  on: Clock
}

const layoutClass = { standard: '', feature: 'feature', opinion: 'voice', gallery: 'pictured-first', brief: 'short' }

/** A story from headline to topics. */
export function StoryView({ story, targets, rail, behind, unpublished = false, base, url, t, on: paper }: StoryProps) {
  const layout = layoutOf(story)
  const on = { ...paper, language: story.language || paper.language }
  const { galleries, text } = layout === 'gallery' ? picturesFirst(story.body) : { galleries: [], text: story.body }
  const shownTwice = galleries.some(({ content = [] }) =>
    content.some(({ attrs }) => attrs.media === story.picture?.item.id),
  )
  const main = shownTwice ? undefined : story.picture
  const about = { items: story.items, first: main ? undefined : (galleries[0] ?? text.content[0]), t, base }
  const setting: Setting = {
    related: targets,
    behind,
    media: mediaIn({ ...about, narrow: besideRail(text, rail.length) }),
    day: (iso) => plainDay(iso, story.publishedAt, on),
    dated: (iso) => dateAndClock(new Date(iso), on),
    words: t,
  }
  const own = story.language ? spoken(paper.language) : {}
  const [topic] = story.topics
  return (
    <article
      className={['wrap story', colourOf(story.section), layoutClass[layout]].filter(Boolean).join(' ')}
      {...spoken(story.language)}
    >
      <StoryHead story={story} layout={layout} base={base} t={t} language={paper.language} />
      {main && <MainPicture shown={main} layout={layout} t={t} base={base} />}
      {galleries.length > 0 && (
        <div className="across">
          <DocumentBody
            body={{ type: 'doc', content: galleries }}
            setting={{ ...setting, media: mediaIn({ ...about, across: true }) }}
          />
        </div>
      )}
      <Meta story={story} unpublished={unpublished} base={base} url={url} t={t} on={on} language={paper.language} />
      <div className="text underlined">
        <Notes story={story} place="top" t={t} on={on} />
        <DocumentBody body={text} setting={setting} />
        <Notes story={story} place="end" t={t} on={on} />
        <AuthorBoxes story={story} base={base} t={t} language={paper.language} />
        {story.series && <PartsBeside part={story.series} t={t} language={story.language ? paper.language : ''} />}
        {story.topics.length > 0 && (
          <nav aria-label={t.topics} {...own}>
            <ul className="topics">
              {story.topics.map((one) => (
                <li key={one.id}>
                  <a href={`/topics/${one.slug}`}>{one.name}</a>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </div>
      {url && <ReportError story={story} t={t} language={paper.language} />}
      {hasZoomable(story.body, story.items) && <Lightbox t={t} />}
      {topic && rail.length > 0 && (
        <aside className="rail" aria-labelledby="rail" {...own}>
          <h2 id="rail">{t.moreOn(topic.name)}</h2>
          {rail.map((card) => (
            <StoryCard key={card.id} card={card} t={t} size="xs" over="section" />
          ))}
        </aside>
      )}
    </article>
  )
}

/** Ids of the stories that a body's "Also read" blocks name. */
export const targetsOf = (story: Story) =>
  story.body.content
    .filter((block): block is RelatedStory => block.type === 'relatedStory')
    .map((block) => block.attrs.story)
    .filter(Boolean)
