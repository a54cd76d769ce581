import { headPlace, headShape } from '#lib/media/store/head'
import type { Messages } from '#lib/messages/find'
import type { RelatedStory } from '#lib/story/document/nodes'
import { DocumentBody, type Setting } from '#lib/story/document/react'
import { cutOf } from '../cut'
import type { Card } from '../queries/cards'
import type { Shown } from '../queries/media'
import type { Story } from '../queries/story'
import { type Clock, clock, dateAndClock, isoDay, plainDay } from '../time'
import { Caption } from './caption'
import { StoryCard } from './card'
import { colourOf, isVoice } from './colour'
import { Notes } from './corrections'
import { Face } from './face'
import { Lightbox } from './lightbox'
import { hasZoomable, mediaIn } from './media'
import { Picture } from './picture'
import { besideRail } from './rail'
import { headSpots } from './spots'
import { versionsPath } from './versions'

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
  t: Messages
  on: Clock
}

/** A story from headline to topics. */
export function StoryView({ story, targets, rail, behind, unpublished = false, base, t, on }: StoryProps) {
  const voice = isVoice(story.section)
  const [author] = story.authors
  const setting: Setting = {
    related: targets,
    behind,
    media: mediaIn({
      items: story.items,
      first: story.picture ? undefined : story.body.content[0],
      narrow: besideRail(story.body, rail.length),
      t,
      base,
    }),
    day: (iso) => plainDay(iso, story.publishedAt, on),
    dated: (iso) => dateAndClock(new Date(iso), on),
    words: t,
  }
  const [topic] = story.topics
  return (
    <article className={`wrap story ${colourOf(story.section)}${voice ? ' voice' : ''}`}>
      <header>
        <p className="kicker">
          <a href={`/${story.section.slug}`}>{story.section.name}</a>
          {topic && (
            <span>
              {' / '}
              <a href={`/topics/${topic.slug}`}>{topic.name}</a>
            </span>
          )}
        </p>
        <h1>{story.headline}</h1>
        {story.standfirst && <p className="stand">{story.standfirst}</p>}
        {voice && author && <Face of={author} rem={9} base={base} />}
      </header>
      {story.picture && <MainPicture shown={story.picture} t={t} base={base} />}
      <Meta story={story} unpublished={unpublished} base={base} t={t} on={on} />
      <div className="text underlined">
        <Notes story={story} place="top" t={t} on={on} />
        <DocumentBody body={story.body} setting={setting} />
        <Notes story={story} place="end" t={t} on={on} />
        {story.topics.length > 0 && (
          <nav aria-label={t.topics}>
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
      {hasZoomable(story.body, story.items) && <Lightbox t={t} />}
      {topic && rail.length > 0 && (
        <aside className="rail" aria-labelledby="rail">
          <h2 id="rail">{t.moreOn(topic.name)}</h2>
          {rail.map((card) => (
            <StoryCard key={card.id} card={card} size="xs" over="section" />
          ))}
        </aside>
      )}
    </article>
  )
}

const headClass = { page: 'main', beyond: 'main beyond', column: 'main within' }

/** All of it within bounds, as wide as its shape allows. */
function MainPicture({ shown, t, base }: { shown: Shown; t: Messages; base?: string }) {
  const shape = headShape(cutOf(shown, 'whole'))
  const place = headPlace(cutOf(shown, shape))
  return (
    <figure className={headClass[place]}>
      <Picture shown={shown} shape={shape} {...headSpots[place]} first base={base} />
      <Caption shown={shown} t={t} />
    </figure>
  )
}

const wordsPerMinute = 230

function Meta({ story, unpublished, base, t, on }: Pick<StoryProps, 'story' | 'unpublished' | 'base' | 't' | 'on'>) {
  const { publishedAt, updatedAt } = story
  const updated = !unpublished && updatedAt > publishedAt
  const sameDay = isoDay(publishedAt, on) === isoDay(updatedAt, on)
  return (
    <div className="meta">
      <ul>
        {story.authors.map((author) => (
          <li key={author.id}>
            <Face of={author} rem={2.75} base={base} />
            <b>
              <a href={`/bylines/${author.slug}`} rel="author">
                {author.name}
              </a>
            </b>
            {author.title && <span>{author.title}</span>}
          </li>
        ))}
        {story.dateline && <li>{story.dateline}</li>}
      </ul>
      <dl>
        {!unpublished && (
          <>
            <dt>{t.published}</dt>
            <dd>
              <time dateTime={publishedAt.toISOString()}>{dateAndClock(publishedAt, on)}</time>
            </dd>
          </>
        )}
        {updated && (
          <>
            <dt>{t.updated}</dt>
            <dd>
              <time dateTime={updatedAt.toISOString()}>
                {sameDay ? clock(updatedAt, on) : dateAndClock(updatedAt, on)}
              </time>
            </dd>
          </>
        )}
        {story.versions > 1 && (
          <dd className="underlined">
            <a href={versionsPath(story.path)}>{t.whatChanged}</a>
          </dd>
        )}
        <dt>{t.readingTime}</dt>
        <dd>{t.minutes(Math.max(1, Math.round(story.words / wordsPerMinute)))}</dd>
      </dl>
    </div>
  )
}

/** Ids of the stories that a body's "Also read" blocks name. */
export const targetsOf = (story: Story) =>
  story.body.content
    .filter((block): block is RelatedStory => block.type === 'relatedStory')
    .map((block) => block.attrs.story)
    .filter(Boolean)
