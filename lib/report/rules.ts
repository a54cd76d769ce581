import { type Limit, networkOf } from '#lib/auth/limits'
import { Refusal } from '#lib/errors'
import { longestReport } from '#lib/site/report-form'
import { cleanNote } from '#lib/story/document/clean'

import type { ReportState } from './tables'

/** What a reader writes; `passage` and `email` may be ''. */
export type NewReport = { passage: string; text: string; email: string }

const lengthOf = (text: string) => [...text].length

/** As it is kept: no control characters but line ends and tabs, nothing around it. */
export const tidied = ({ passage, text, email }: NewReport): NewReport => ({
  passage: plain(passage).replace(/\s+/g, ' '),
  text: plain(text),
  email: plain(email),
})

const plain = (text: string) => cleanNote(text.replace(/\r\n?/g, '\n').replaceAll('\u007f', ''))

/** @throws Refusal `invalid`; its fields name what is wrong with them: `empty`, `long` or `shape` */
export function ensureReport(report: NewReport): void {
  const faults: Record<string, string> = {}
  for (const field of ['passage', 'text', 'email'] as const)
    if (lengthOf(report[field]) > longestReport[field]) faults[field] = 'long'
  if (!report.text) faults.text = 'empty'
  if (report.email && !/^[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>()]+$/.test(report.email)) faults.email ??= 'shape'
  if (Object.keys(faults).length) throw new Refusal('invalid', 'It was not sent.', faults)
}

/** Open reports of one story: more than the desk can read. */
export const mostOpen = 200

/** Reports in a quarter of an hour from one network. */
export const reportLimits = (address: string): Record<string, Limit> => ({
  address: { key: `report:${networkOf(address)}`, most: 8 },
})

const day = 86_400_000

/** How many days a report is kept after it came, or after it was closed. */
export const keptDays: Record<ReportState, number> = { open: 365, done: 90, spam: 14 }

/** Reports in a state go when they are older than this. */
export const tooOld = (state: ReportState, now: Date) => new Date(now.getTime() - keptDays[state] * day)
