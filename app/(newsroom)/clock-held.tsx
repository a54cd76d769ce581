import type { Actor } from '#lib/auth/actor'
import { findClockHold, inWords, mayConfirmClock } from '#lib/jobs/holds'
import { hourIn } from '#lib/settings/time'
import { Notice } from '#lib/ui/notice'

import { ConfirmClock } from './confirm-clock'

/** While the clock is in doubt: that what is planned waits, what the server takes for the time, and the way on. */
export async function ClockHeld({ actor, timezone }: { actor: Actor; timezone: string }) {
  const hold = await findClockHold()
  if (!hold) return null
  const now = new Date()
  return (
    <div className="px-4 py-3">
      <Notice title="The server’s clock has jumped. What is planned waits.">
        <p>
          It went {hold.jump > 0 ? 'forward' : 'back'} by {inWords(Math.abs(hold.jump))}. The server takes it to be{' '}
          {hourIn(now, timezone, now)}. Nothing that is planned for an hour happens until the clock is back, or{' '}
          {mayConfirmClock(actor) ? 'you say' : 'an editor says'} that it is right.
        </p>
        {mayConfirmClock(actor) && <ConfirmClock />}
      </Notice>
    </div>
  )
}
