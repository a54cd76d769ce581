import type { Messages } from '#lib/messages/find'
import { longestAnswer, longestName } from '#lib/preview/lengths'
import type { Answer } from '#lib/preview/queries'
import { type Clock, dateAndClock } from '#lib/site/time'

import { Answers } from './answers'
import { Comment } from './comment'

type Props = { token: string; answers: Answer[]; t: Messages; on: Clock }

/** Under the text: what is said about the whole of it, and the approval. */
export function Approval({ token, answers, t, on }: Props) {
  const words = t.preview
  const approvals = answers.filter(({ kind }) => kind === 'approval')
  return (
    <div className="wrap preview-end">
      <section id="b-" className="remarks">
        <Answers answers={answers.filter(({ kind, block }) => kind === 'comment' && !block)} t={t} on={on} />
        <Comment token={token} t={t} />
      </section>
      <section id="approval" aria-labelledby="approve">
        <h2 id="approve">{words.approval}</h2>
        {approvals.length > 0 && (
          <ul className="answers" aria-label={words.answers}>
            {approvals.map(({ name, text, at }) => (
              <li key={at.getTime()}>
                <b>{words.approvedBy(name, dateAndClock(at, on))}</b>
                {text && <p>{text}</p>}
              </li>
            ))}
          </ul>
        )}
        <p>{words.approvalWhy}</p>
        <form method="post" action="/api/preview">
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="kind" value="approval" />
          <label htmlFor="approval-name">{words.name}</label>
          <input id="approval-name" name="name" required maxLength={longestName} autoComplete="name" />
          <label htmlFor="approval-text">{words.more}</label>
          <textarea id="approval-text" name="text" maxLength={longestAnswer} rows={3} />
          <button type="submit">{words.approve}</button>
        </form>
      </section>
    </div>
  )
}
