import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { z } from 'zod'

import { Frame } from '#app/(newsroom)/frame'
import { mayTakeReports } from '#lib/auth/permissions'
import { needActor } from '#lib/auth/session'
import { markRead } from '#lib/notification/commands'
import { countReports, listReports } from '#lib/report/queries'
import { type ReportState, reportStates } from '#lib/report/tables'
import { findSettings } from '#lib/settings/queries'
import { buttonClass } from '#lib/ui/button'
import { Chip } from '#lib/ui/chip'
import { Empty } from '#lib/ui/empty'
import { Kbd } from '#lib/ui/kbd'

import { reportsAddress } from './address'
import { ReportKeys } from './report-keys'
import { ReportList } from './report-list'
import { ReportPanel } from './report-panel'

export const metadata: Metadata = { title: 'Reports' }

const id = z.string().max(40).optional().catch(undefined)
const Asked = z.object({ show: z.enum(reportStates).catch('open'), id, after: id })

const words: Record<ReportState, string> = { open: 'Open', done: 'Done', spam: 'Spam' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** What readers say is wrong, for those who may put it right. */
export default async function ReportsPage({ searchParams }: Props) {
  const actor = await needActor()
  if (!mayTakeReports(actor)) notFound()
  const here = Asked.parse(await searchParams)
  await markRead(actor, { kind: 'report' })
  const [{ reports, more }, counts, { timezone }] = await Promise.all([
    listReports(actor, here.show, here.after),
    countReports(actor),
    findSettings(),
  ])
  const now = new Date()
  const at = reports.findIndex((one) => one.id === here.id)
  const chosen = reports[at]
  const next = (reports[at + 1] ?? reports[at - 1])?.id ?? ''
  const last = reports.at(-1)
  return (
    <Frame at="reports" title="Reports" note="What readers say is wrong" foot={<Foot />}>
      <ReportKeys ids={reports.map((one) => one.id)} here={here} />
      <div className="flex min-h-0 flex-1">
        <div className={`min-w-0 flex-1 overflow-y-auto ${chosen ? 'max-wide:hidden' : ''}`}>
          <nav aria-label="Which reports" className="flex gap-2 border-b border-line px-4 py-2">
            {reportStates.map((show) => (
              <Chip key={show} href={reportsAddress({ show })} on={show === here.show}>
                {words[show]} <b>{counts[show]}</b>
              </Chip>
            ))}
          </nav>
          {reports.length ? (
            <ReportList reports={reports} here={here} timezone={timezone} now={now} />
          ) : (
            <Empty title={here.show === 'open' ? 'No report waits.' : 'Nothing here.'}>
              What readers report at the end of a story comes here, to the editors of its section.
            </Empty>
          )}
          {more && last && (
            <p className="px-4 py-4 text-center">
              <Link href={reportsAddress({ show: here.show, after: last.id })} className={buttonClass()}>
                More
              </Link>
            </p>
          )}
        </div>
        {chosen && <ReportPanel report={chosen} here={here} me={actor.id} next={next} timezone={timezone} now={now} />}
      </div>
    </Frame>
  )
}

const keys = [
  ['J', 'next'],
  ['K', 'previous'],
  ['C', 'correct'],
  ['T', 'take'],
  ['D', 'done'],
  ['S', 'spam'],
] as const

const Foot = () =>
  keys.map(([key, word]) => (
    <span key={key} className="flex items-center gap-1">
      <Kbd>{key}</Kbd> {word}
    </span>
  ))
