import type { Messages } from '#lib/messages/find'

import type { Shown } from './queries/media'
import { creditOf } from './shown'

/**
 * Whose a picture, a film or a sound is, after a word for what it is; '' where nobody is named. A credit that says itself
 * what it is (`Courier illustration`, `Photo: A. Ruiz`) stands as it is.
 */
export function creditLine(shown: Shown, { credits }: Messages): string {
  const credit = creditOf(shown)
  return credit && !credits.says.test(credit) ? credits[workOf(shown)](credit) : credit
}

/** Films and sounds are told as that, whoever handed them out. */
function workOf({ item: { kind, handout, graphic } }: Shown) {
  if (kind !== 'picture') return kind
  if (handout) return 'handout'
  return graphic ? 'illustration' : 'photograph'
}
