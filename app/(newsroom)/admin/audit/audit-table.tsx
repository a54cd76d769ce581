import Link from 'next/link'

import type { AuditRow } from '#lib/audit/queries/list'
import { browserOf } from '#lib/auth/agent'

import { EntryNotes } from './entry-notes'
import { momentIn } from './moment'

/** Where an entry's subject stands; nothing of what is gone. */
function addressOf({ kind, id, name }: AuditRow): string | undefined {
  if (kind === 'settings') return '/admin/settings'
  if (name === undefined) return undefined
  return {
    story: `/desk/stories/${id}`,
    person: `/admin/people?id=${id}`,
    section: `/admin/sections?id=${id}`,
    topic: `/desk/topics?id=${id}`,
    media: `/desk/media/${id}`,
  }[kind]
}

const nouns: Record<string, string> = {
  story: 'A story',
  person: 'A person',
  section: 'A section',
  topic: 'A topic',
  media: 'A thing of the library',
}

function nameOf({ kind, id, name }: AuditRow): string {
  if (kind === 'settings') return 'Settings'
  if (kind === 'audit') return 'The audit'
  return name ?? `${nouns[kind] ?? kind} that is gone (${id})`
}

export function AuditTable({ rows, timezone }: { rows: AuditRow[]; timezone: string }) {
  return (
    <table aria-label="Audit" className="w-full table-fixed border-collapse max-phone:block">
      <thead className="text-left text-label text-quiet max-phone:sr-only">
        <tr className="h-[30px] border-b border-line">
          <th className="w-56 ps-4 font-normal">When</th>
          <th className="w-36 font-normal">Who</th>
          <th className="w-52 font-normal">Did what</th>
          <th className="font-normal">To what</th>
          <th className="w-[28%] pe-4 font-normal">Before and after</th>
        </tr>
      </thead>
      <tbody className="max-phone:block">
        {rows.map((row) => (
          <Row key={row.seq} row={row} timezone={timezone} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ row, timezone }: { row: AuditRow; timezone: string }) {
  const href = addressOf(row)
  return (
    <tr className="border-b border-line align-top hover:bg-sunk max-phone:grid max-phone:px-4 max-phone:py-2 [&>td]:py-1.5 max-phone:[&>td]:py-0">
      <td className="ps-4 text-muted tabular-nums max-phone:ps-0">
        <time dateTime={row.at.toISOString()}>{momentIn(row.at, timezone)}</time>
      </td>
      <td className="truncate font-medium">{row.who}</td>
      <td className="pe-2 wrap-anywhere">{row.words}</td>
      <td className="pe-2 wrap-anywhere">
        {href ? (
          <Link href={href} prefetch={false} className="text-accent underline-offset-2 hover:underline">
            {nameOf(row)}
          </Link>
        ) : (
          <span className="text-muted">{nameOf(row)}</span>
        )}
      </td>
      <td className="pe-4 text-muted wrap-anywhere max-phone:pe-0">
        <EntryNotes row={row} />
        {row.address && (
          <p>
            From {row.address}
            {row.agent && `, ${browserOf(row.agent)}`}
          </p>
        )}
      </td>
    </tr>
  )
}
