import type { Messages } from '#lib/messages/find'

import { dayPath } from '../calendar'
import type { Story } from '../queries/story'
import { type Clock, clock, dateAndClock, isoDay } from '../time'
import { Face } from './face'
import { Share } from './share'
import { spoken } from './spoken'
import { versionsPath } from './versions'

const wordsPerMinute = 230

type Props = {
  story: Story
  unpublished: boolean
  base?: string
  url?: string
  t: Messages
  /** In the language of the story. */
  on: Clock
  /** Of the paper. */
  language: string
}

/** Who wrote it, when, and what readers should know before they read it. */
export function Meta({ story, unpublished, base, url, t, on, language }: Props) {
  const { publishedAt, updatedAt } = story
  const updated = !unpublished && updatedAt > publishedAt
  const sameDay = isoDay(publishedAt, on) === isoDay(updatedAt, on)
  return (
    <div className="meta" {...(story.language ? spoken(language) : {})}>
      <ul>
        {story.authors.map((author) => (
          <li key={author.id}>
            <Face of={author} rem={2.75} base={base} />
            <b>
              <a href={`/bylines/${author.slug}`} rel="author">
                {author.name}
              </a>
            </b>{' '}
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
              <a href={dayPath(publishedAt, on)}>
                <time dateTime={publishedAt.toISOString()} {...spoken(story.language)}>
                  {dateAndClock(publishedAt, on)}
                </time>
              </a>
            </dd>
          </>
        )}
        {updated && (
          <>
            <dt>{t.updated}</dt>
            <dd>
              <time dateTime={updatedAt.toISOString()} {...spoken(story.language)}>
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
      {story.machine && <p className="made">{t.machine[story.machine]}</p>}
      {url && <Share url={url} headline={story.headline} t={t} />}
    </div>
  )
}
