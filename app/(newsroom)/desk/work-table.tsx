import Link from 'next/link'
import type { ReactNode } from 'react'

import { StateMark } from '#app/(newsroom)/state-mark'
import { hourIn, whenIn } from '#lib/settings/time'

const cell = 'px-4 py-1.5 text-start align-middle max-phone:block max-phone:py-0.5'

/** What is drafted, kept and published as a whole, in rows. @param of what a row is one of: `Page` */
export const WorkTable = ({ of, children }: { of: string; children: ReactNode }) => (
  <table className="w-full border-collapse">
    <thead className="text-label text-quiet max-phone:sr-only">
      <tr className="border-b border-line">
        {[of, 'Readers see', 'Its draft', 'Edited'].map((name) => (
          <th key={name} scope="col" className={`${cell} font-normal`}>
            {name}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>{children}</tbody>
  </table>
)

type Act = { at: Date; by?: string | null }
type Props = {
  href: string
  name: ReactNode
  /** Where it stands, or what it is for. */
  beside: ReactNode
  live: Act | null | undefined
  /** What readers see of one that is not live. */
  otherwise: ReactNode
  /** The draft says something else than readers see. */
  waiting: boolean
  /** Where it is not live, what its draft is called: one that waits, and one that does not. */
  unpublished: [waiting: string, same: string]
  /** What else waits of it. */
  also?: ReactNode
  edited: Act | null | undefined
  timezone: string
  now: Date
}

/** One of them: what readers have of it, and what of it waits. */
export function WorkRow(props: Props) {
  const { href, name, beside, live, otherwise, waiting, unpublished, also, edited, timezone, now } = props
  return (
    <tr className="border-b border-line hover:bg-sunk phone:h-[34px] max-phone:block max-phone:py-2">
      <th scope="row" className={`${cell} font-medium`}>
        <Link href={href} prefetch={false} className="inline-flex items-center gap-2 hover:underline">
          {name}
        </Link>{' '}
        <span className="ms-2 font-normal text-quiet max-phone:block max-phone:ms-0">{beside}</span>
      </th>
      <td className={cell}>
        {live ? <StateMark state="live">Live since {whenIn(live.at, timezone, now)}</StateMark> : otherwise}
      </td>
      <td className={cell}>
        <span className="flex flex-wrap gap-x-4">
          {waiting ? (
            <StateMark state={live ? 'changes' : 'draft'}>{live ? 'Changes wait' : unpublished[0]}</StateMark>
          ) : (
            <StateMark state="as-live">{live ? 'As live' : unpublished[1]}</StateMark>
          )}
          {also}
        </span>
      </td>
      <td className={`${cell} text-quiet`}>
        {edited && `${whenIn(edited.at, timezone, now)}${edited.by ? ` by ${edited.by}` : ''}`}
      </td>
    </tr>
  )
}

/** Of what a rule makes where nobody has made it. */
export const byRule = <span className="text-quiet">What the rule makes</span>

/** When it is published, where that waits for its hour. */
export const ScheduledMark = ({ at, timezone, now }: { at: Date | undefined; timezone: string; now: Date }) =>
  at ? <StateMark state="scheduled">{hourIn(at, timezone, now)}</StateMark> : null
