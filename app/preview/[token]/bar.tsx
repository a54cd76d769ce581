import type { Messages } from '#lib/messages/find'
import type { Preview } from '#lib/preview/queries'
import { zoneIn } from '#lib/settings/time'
import { type Clock, dateAndClock } from '#lib/site/time'

type Props = { paper: string; preview: Preview; t: Messages; on: Clock; said?: string }

/** Says on top of it what this is: which revision, that readers do not have it, and until when the link works. */
export function Bar({ paper, preview, t, on, said }: Props) {
  const { number, expiresAt, live } = preview
  const words = t.preview
  const until = `${dateAndClock(expiresAt, on)} ${zoneIn(expiresAt, on.zone)}`
  return (
    <header className="preview-bar">
      <a className="skip" href="#main">
        {words.skip}
      </a>
      <div className="wrap">
        <p>
          <b>{paper}</b>{' '}
          <span>
            {words.of(number)} – {live ? words.published : words.unpublished} – {words.expires('')}
            <time dateTime={expiresAt.toISOString()}>{until}</time>
          </span>
        </p>
        <p>{words.private}</p>
        {(said === 'approval' || said === 'comment') && (
          <p role="status" className="thanks">
            {words.thanks[said]}
          </p>
        )}
      </div>
    </header>
  )
}
