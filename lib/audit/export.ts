import type { Actor } from '#lib/auth/actor'
import { browserOf } from '#lib/auth/agent'
import { localIn } from '#lib/settings/local-time'
import { zoneIn } from '#lib/settings/time'

import { BOM, csvLine } from './csv'
import { type AuditFilter, listAudit } from './queries/list'
import type { Told } from './queries/tell'

const heads = [
  'Number',
  'Time (UTC)',
  'Newsroom time',
  'Who',
  'Who (id)',
  'Act',
  'In words',
  'Kind',
  'Subject (id)',
  'Subject',
  'Before',
  'After',
  'Notes',
  'Address',
  'Browser',
]

/** Entries read at a time. */
const PAGE = 500

/** The filtered audit as CSV, newest first, a page after another; who asks is checked at each. */
export async function* exportAudit(actor: Actor, filter: AuditFilter, zone: string): AsyncGenerator<string> {
  // Refused before the first byte is sent.
  let page = await listAudit(actor, filter, { size: PAGE })
  yield BOM + csvLine(heads)
  for (;;) {
    yield page.rows.map((row) => csvLine(cellsOf(row, zone))).join('')
    if (page.next === undefined) return
    page = await listAudit(actor, filter, { size: PAGE, before: page.next })
  }
}

function cellsOf(row: Told, zone: string) {
  const { seq, at, who, actorId, act, words, kind, id, name, changes, notes, address, agent } = row
  const side = (which: 'from' | 'to') =>
    changes.map((change) => `${change.label}: ${change[which] || 'none'}`).join('; ')
  return [
    seq,
    at.toISOString(),
    `${localIn(at, zone).replace('T', ' ')} ${zoneIn(at, zone)}`,
    who,
    actorId,
    act,
    words,
    kind,
    id,
    name,
    side('from'),
    side('to'),
    notes.join('; '),
    address,
    agent ? browserOf(agent) : agent,
  ]
}
