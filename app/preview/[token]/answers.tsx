import type { Messages } from '#lib/messages/find'
import type { Answer } from '#lib/preview/queries'
import { type Clock, dateAndClock } from '#lib/site/time'

/** What was said by this link about one block, or about the whole. */
export function Answers({ answers, t, on }: { answers: Answer[]; t: Messages; on: Clock }) {
  if (!answers.length) return null
  return (
    <ul className="answers" aria-label={t.preview.answers}>
      {answers.map(({ name, text, at }) => (
        <li key={at.getTime()}>
          <b>{t.preview.saidBy(name, dateAndClock(at, on))}</b>
          <p>{text}</p>
        </li>
      ))}
    </ul>
  )
}
