import { dataKey } from '#lib/config'

import { type Head, readHeads } from './head'
import { findBeginning, readLinks } from './queries/links'
import { type Break, type Known, makeWalk } from './walk'

export type Verdict = {
  /** How many entries there are, and behind which number they begin. */
  entries: number
  beginning: Known
  breaks: Break[]
  heads: Head[]
}

/** Reads all of the audit, a page at a time, and finds what is wrong with it. */
export async function verifyAudit(): Promise<Verdict> {
  // Heads first: what is appended meanwhile is more than they say, and never less.
  const heads = readHeads()
  for (;;) {
    const beginning = await findBeginning()
    const walk = makeWalk(
      dataKey('audit'),
      beginning,
      heads.filter((head) => !head.damaged && head.seq > beginning.seq),
    )
    let entries = 0
    for await (const links of readLinks()) {
      walk.take(links)
      entries += links.length
    }
    const breaks = walk.end()
    // It was cut at the end of its time while it was read: once more.
    if (breaks.length && (await findBeginning()).seq !== beginning.seq) continue
    return { entries, beginning, breaks, heads }
  }
}

/** Whether nothing is wrong; where entries are there but no head is noted, it cannot be told whether the end was cut. */
export const holds = ({ entries, breaks, heads }: Verdict) =>
  !breaks.length && !heads.some((head) => head.damaged) && (heads.length > 0 || entries === 0)

const what: Record<Break['kind'], [one: string, many: string]> = {
  edited: ['was edited', 'were edited'],
  inserted: ['was put in', 'were put in'],
  deleted: ['was taken out', 'were taken out'],
  cut: ['was cut off at the end', 'were cut off at the end'],
}

const grouped = (count: number) => count.toLocaleString('en-GB')

/** What was found, a line each, twenty at most. */
export function verdictLines(verdict: Verdict): string[] {
  const { entries, beginning, breaks, heads } = verdict
  const known = beginning.seq ? `, behind a checkpoint at ${beginning.seq}` : ''
  const read = `${grouped(entries)} ${entries === 1 ? 'entry' : 'entries'} read${known}.`
  if (holds(verdict)) return [`The audit is whole. ${read}`]
  const lines = breaks.map(({ kind, from, to }) =>
    from === to ? `  ${from} ${what[kind][0]}` : `  ${from} to ${to} ${what[kind][1]}`,
  )
  return [
    `The audit is not whole. ${read}`,
    ...lines.slice(0, 20),
    ...(lines.length > 20 ? [`  and ${lines.length - 20} more`] : []),
    ...heads.filter((head) => head.damaged).map(({ seq }) => `  the head noted at ${seq} is damaged`),
    ...(heads.length || !entries
      ? []
      : [
          '  no head is noted in the data folder, so whether the end was cut cannot be told; a start of the server notes one',
        ]),
    ...(breaks.some(({ kind }) => kind === 'cut')
      ? ['If a backup was put back, `npm run stet -- audit accept` goes on from here, and writes down that you did.']
      : []),
  ]
}
