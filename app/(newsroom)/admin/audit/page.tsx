import { Download } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { Frame } from '#app/(newsroom)/frame'
import { listAudit } from '#lib/audit/queries/list'
import { needAdmin } from '#lib/auth/session'
import { listPeople } from '#lib/people/queries'
import { findSettings } from '#lib/settings/queries'
import { buttonClass } from '#lib/ui/button'
import { Empty } from '#lib/ui/empty'
import { Find } from '#lib/ui/find'
import { Icon } from '#lib/ui/icon'
import { Asked, auditAddress, filterOf, type Here } from './asked'
import { AuditTable } from './audit-table'
import { Narrow } from './narrow'

export const metadata: Metadata = { title: 'Audit' }

const size = 50

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function AuditPage({ searchParams }: Props) {
  const actor = await needAdmin()
  const { before, ...here } = Asked.parse(await searchParams)
  const { timezone } = await findSettings()
  const [{ rows, next }, people] = await Promise.all([
    listAudit(actor, filterOf(here, timezone), { size, before }),
    listPeople(actor),
  ])
  const find = { action: '/admin/audit', label: 'Find a story, a name or an id', value: here.q ?? '' }
  const keep = { ...here, q: undefined }
  return (
    <Frame
      at="audit"
      title="Audit"
      note="Newest first"
      acts={
        <>
          <Find {...find} keep={keep} id="find" className="w-64 max-phone:hidden" />
          <a href={auditAddress(here, undefined, '/api/audit')} download className={buttonClass()}>
            <Icon of={Download} />
            CSV
          </a>
        </>
      }
      foot={
        <span>
          Entries are chained: <code>npm run stet -- audit verify</code> finds what was changed or cut.
        </span>
      }
    >
      <Narrow here={here} people={people.map(({ id, name }) => ({ id, name }))} />
      <Find {...find} keep={keep} className="px-4 pt-3 pb-1 phone:hidden" />
      <div className="min-h-0 flex-1 overflow-y-auto">
        {rows.length ? (
          <AuditTable rows={rows} timezone={timezone} />
        ) : (
          <Nothing here={here} beyond={before !== undefined} />
        )}
        {(before || next) && (
          <nav aria-label="Pages" className="flex justify-center gap-2 px-4 py-4">
            {before && (
              <Link href={auditAddress(here)} className={buttonClass()}>
                Back to the newest
              </Link>
            )}
            {next && (
              <Link href={auditAddress(here, next)} className={buttonClass()}>
                Older
              </Link>
            )}
          </nav>
        )}
      </div>
    </Frame>
  )
}

function Nothing({ here, beyond }: { here: Here; beyond: boolean }) {
  if (beyond) return <Empty title="Nothing older.">The audit ends before this page.</Empty>
  if (!Object.values(here).some(Boolean)) return <Empty title="Nothing yet.">Whatever somebody does stands here.</Empty>
  return (
    <Empty
      title="Nothing is like that."
      acts={
        <Link href="/admin/audit" className={buttonClass()}>
          Clear the filters
        </Link>
      }
    >
      Acts that fit every filter above would stand here.
    </Empty>
  )
}
