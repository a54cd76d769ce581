import type { Messages } from '#lib/messages/find'

import type { Card } from '../queries/cards'

/** Who has paid for a story, before its headline; nothing of what nobody paid for. */
export const Paid = ({ story, t }: { story: Pick<Card, 'sponsor'>; t: Messages }) =>
  story.sponsor && <p className="paid">{t.paidBy(story.sponsor)}</p>

/** The same behind a headline in a line of text. */
export const PaidInline = ({ story, t }: { story: Pick<Card, 'sponsor'>; t: Messages }) =>
  story.sponsor && (
    <>
      {' '}
      <b className="paid">{t.paidBy(story.sponsor)}</b>
    </>
  )
