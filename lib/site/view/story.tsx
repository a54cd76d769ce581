import type { Messages } from '#lib/messages/find'
import type { RelatedStory } from '#lib/story/document/nodes'
import { DocumentBody, type Setting } from '#lib/story/document/react'

import type { Card } from '../queries/cards'
import type { Story } from '../queries/story'
import { type Clock, clock, dateAndClock, isoDay, plainDay } from '../time'
import { StoryCard } from './card'
import { colourOf, isVoice } from './colour'
import { Notes } from './corrections'
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
  t: Messages
  on: Clock
}

/** A story from headline to topics. */
export function StoryView({ story, targets, rail, behind, unpublished = false, t, on }: StoryProps) {
  const setting: Setting = {
    related: targets,
    behind,
    day: (iso) => plainDay(iso, story.publishedAt, on),
    dated: (iso) => dateAndClock(new Date(iso), on),
    words: t,
  }
  const [topic] = story.topics
  return (
    <article className={`wrap story ${colourOf(story.section)}${isVoice(story.section) ? ' voice' : ''}`}>
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
      </header>
      <Meta story={story} unpublished={unpublished} t={t} on={on} />
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

const wordsPerMinute = 230

function Meta({ story, unpublished, t, on }: Pick<StoryProps, 'story' | 'unpublished' | 't' | 'on'>) {
  const { publishedAt, updatedAt } = story
  const updated = !unpublished && updatedAt > publishedAt
  const sameDay = isoDay(publishedAt, on) === isoDay(updatedAt, on)
  return (
    <div className="meta">
      <ul>
        {story.authors.map((author) => (
          <li key={author.id}>
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
