import Link from 'next/link'

import { StateMark } from '#app/(newsroom)/state-mark'
import type { DeskSeries } from '#lib/series/queries'

import { seriesAddress } from './address'

/** Series, with what readers have of each. */
export const SeriesTable = ({ series, id }: { series: DeskSeries[]; id?: string }) => (
  <table aria-label="Series" className="w-full table-fixed border-collapse">
    <thead className="text-left text-label text-quiet max-phone:sr-only">
      <tr className="h-[30px] border-b border-line">
        <th className="ps-4 font-normal">Series</th>
        <th className="w-40 font-normal">Readers</th>
        <th className="w-32 pe-4 text-end font-normal">Parts live</th>
      </tr>
    </thead>
    <tbody>
      {series.map((one) => (
        <tr
          key={one.id}
          className={`relative h-[34px] border-b border-line hover:bg-sunk max-phone:h-14 ${one.id === id ? 'bg-accent-wash shadow-[inset_3px_0_var(--color-accent)]' : ''}`}
        >
          <td className="truncate ps-4">
            <Link
              href={seriesAddress(one.id)}
              aria-current={one.id === id ? 'true' : undefined}
              className="font-medium after:absolute after:inset-0"
            >
              {one.name}
            </Link>
          </td>
          <td>
            <StateMark state={one.live ? (one.waits ? 'changes' : 'live') : 'draft'} shy />
          </td>
          <td className="pe-4 text-end text-muted">
            {one.parts.filter(({ state }) => state === 'live').length} of {one.parts.length}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)
