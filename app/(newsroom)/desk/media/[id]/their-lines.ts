import type { MediaFields } from '#lib/media/fields'
import { expiryWords, rightsWords } from '#lib/media/rights'
import { hourIn } from '#lib/settings/time'

import type { Said } from './said-of'

export type Theirs = MediaFields

/** What somebody else has written meanwhile, as far as it is not what the form began with. */
export function theirLines(theirs: Theirs, said: Said, timezone: string): [label: string, value: string][] {
  const end = (at: Date | null) => (at ? hourIn(at, timezone, new Date()) : 'without an end')
  const lines: [label: string, now: string, before: string][] = [
    ['Alt text', theirs.alt, said.alt],
    ['Decorative', yes(theirs.decorative), yes(said.decorative)],
    ['Caption', theirs.caption, said.caption],
    ['Credit', theirs.credit, said.credit],
    ['Source', theirs.source, said.source],
    ['Rights', rightsWords[theirs.rights], rightsWords[said.rights]],
    ['Licence address', theirs.licenceUrl, said.licenceUrl],
    ['May be shown until', end(theirs.expiresAt), end(said.expiresAt)],
    ['When that is over', expiryWords[theirs.onExpiry], expiryWords[said.onExpiry]],
    ['Usage notes', theirs.notes, said.notes],
    ['Dateline', theirs.dateline, said.dateline],
    ['Keywords', theirs.keywords.join(', '), said.keywords],
    ['Name', theirs.name, said.name],
  ]
  return lines.filter(([, now, before]) => now !== before).map(([label, now]) => [label, now])
}

const yes = (is: boolean) => (is ? 'yes' : 'no')
