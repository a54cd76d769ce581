import Link from 'next/link'

import type { Report } from '#lib/report/queries'
import { whenIn } from '#lib/settings/time'

import { type Here, reportsAddress } from './address'

type Props = { reports: Report[]; here: Here; timezone: string; now: Date }

/** Reports, each by its first words. */
export const ReportList = ({ reports, here, timezone, now }: Props) => (
  <ul aria-label="Reports">
    {reports.map(({ id, text, headline, section, at, taken }) => (
      <li
        key={id}
        className={`relative grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 border-b border-line px-4 py-2.5 hover:bg-sunk ${id === here.id ? 'bg-accent-wash shadow-[inset_3px_0_var(--color-accent)]' : ''}`}
      >
        <div className="min-w-0">
          <Link
            href={reportsAddress({ ...here, id })}
            aria-current={id === here.id ? 'true' : undefined}
            className="line-clamp-2 font-medium wrap-anywhere after:absolute after:inset-0"
          >
            {text}
          </Link>
          <p className="truncate text-muted">
            {headline}
            {section && `, ${section}`}
          </p>
        </div>
        <div className="text-end text-label text-quiet">
          <time dateTime={at.toISOString()}>{whenIn(at, timezone, now)}</time>
          {taken && <p>{taken.name}</p>}
        </div>
      </li>
    ))}
  </ul>
)
