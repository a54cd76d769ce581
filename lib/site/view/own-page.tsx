import type { Messages } from '#lib/messages/find'
import { DocumentBody, type Setting } from '#lib/story/document/react'

import type { OwnPage } from '../queries/pages'
import { type Clock, date, dateAndClock, plainDay } from '../time'
import { Lightbox } from './lightbox'
import { hasZoomable, mediaIn } from './media'
import { spoken } from './spoken'

type Props = {
  page: Omit<OwnPage, 'id' | 'slug'>
  t: Messages
  on: Clock
  /** It is shown for review: readers have not got it so. */
  unpublished?: boolean
  /** Where its files are, if not where readers have them. */
  base?: string
}

/** A page of the paper's own: its text as a story's, without whose it is and where it stands. */
export function OwnPageView({ page, t, on: paper, unpublished = false, base }: Props) {
  const { title, standfirst, language, body, items, updatedAt } = page
  const on = { ...paper, language: language || paper.language }
  const setting: Setting = {
    related: new Map(),
    media: mediaIn({ items, first: body.content[0], t, base }),
    day: (iso) => plainDay(iso, updatedAt, on),
    dated: (iso) => dateAndClock(new Date(iso), on),
    words: t,
  }
  return (
    <article className="wrap story" {...spoken(language)}>
      <header>
        <h1>{title}</h1>
        {standfirst && <p className="stand">{standfirst}</p>}
      </header>
      {!unpublished && (
        <div className="meta" {...(language ? spoken(paper.language) : {})}>
          <dl>
            <dt>{t.updated}</dt>
            <dd>
              <time dateTime={updatedAt.toISOString()} {...spoken(language)}>
                {date(updatedAt, on)}
              </time>
            </dd>
          </dl>
        </div>
      )}
      <div className="text underlined">
        <DocumentBody body={body} setting={setting} />
      </div>
      {hasZoomable(body, items) && <Lightbox t={t} />}
    </article>
  )
}
