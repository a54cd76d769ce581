import type { Messages } from '#lib/messages/find'

import type { NotePlace } from '../change'
import type { Correction } from '../queries/corrections'
import type { Story } from '../queries/story'
import { type Clock, clock, dateAndClock } from '../time'
import { ByDay } from './by-day'
import { colourOf } from './colour'
import { versionsPath } from './versions'

/** What readers are told of a story's clarifications and corrections, at one of its two places. */
export const Notes = ({ story, place, t, on }: { story: Story; place: NotePlace; t: Messages; on: Clock }) =>
  story.notes
    .filter((note) => note.place === place)
    .map(({ seq, kind, note, at }) => (
      <div key={seq} className="correction" role="note" aria-label={`${t.corrections[kind]}, ${dateAndClock(at, on)}`}>
        <p>
          <b>
            {t.corrections[kind]}, <time dateTime={at.toISOString()}>{dateAndClock(at, on)}</time>.
          </b>{' '}
          {note}
          {story.versions > 1 && (
            <>
              {' '}
              <a href={versionsPath(story.path)}>{t.whatChanged}</a>
            </>
          )}
        </p>
      </div>
    ))

type ListProps = { corrections: Correction[]; now: Date; t: Messages; on: Clock }

/** What the paper has corrected, by day, newest first. */
export const CorrectionList = ({ corrections, ...how }: ListProps) => (
  <ByDay
    {...how}
    all={corrections}
    at={({ at }) => at}
    row={(one) => <Row key={one.seq} correction={one} t={how.t} on={how.on} />}
  />
)

const Row = ({ correction: { kind, note, at, headline, path, section }, t, on }: RowProps) => (
  <article className={`row ${colourOf(section)}`}>
    <time dateTime={at.toISOString()}>{clock(at, on)}</time>
    <div>
      <p className="kicker text-signal">{t.corrections[kind]}</p>
      <h3>
        <a href={path}>{headline}</a>
      </h3>
      <p className="told">{note}</p>
    </div>
    <p className="by">{section.name}</p>
  </article>
)

type RowProps = { correction: Correction; t: Messages; on: Clock }

/** The line before the foot of the home page. */
export const FreshCorrections = ({ corrections, t }: { corrections: Correction[]; t: Messages }) =>
  corrections.length > 0 && (
    <div className="wrap">
      <aside className="amend underlined" aria-label={t.corrected}>
        <b>{t.corrected}</b>
        <p>
          {corrections.map(({ seq, path, headline, note }) => (
            <span key={seq}>
              <a href={path}>{headline}</a>: {note}{' '}
            </span>
          ))}
        </p>
        <a href="/corrections">{t.allCorrections}</a>
      </aside>
    </div>
  )
