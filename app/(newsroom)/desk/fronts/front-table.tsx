import Link from 'next/link'

import { StateMark } from '#app/(newsroom)/state-mark'
import type { ListedFront } from '#lib/front/queries/list'
import { hourIn, whenIn } from '#lib/settings/time'

import { frontAddress } from './address'

type Props = { fronts: ListedFront[]; timezone: string; now: Date }

const cell = 'px-4 py-1.5 text-start align-middle max-phone:block max-phone:py-0.5'

/** Fronts, with what readers have of each, and what of it waits. */
export function FrontTable({ fronts, timezone, now }: Props) {
  return (
    <table className="w-full border-collapse">
      <thead className="text-label text-quiet max-phone:sr-only">
        <tr className="border-b border-line">
          {['Front', 'Readers see', 'Its draft', 'Edited'].map((name) => (
            <th key={name} scope="col" className={`${cell} font-normal`}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {fronts.map((front) => (
          <Row key={front.id} {...{ front, timezone, now }} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ front, timezone, now }: { front: ListedFront } & Omit<Props, 'fronts'>) {
  const { id, name, path, of, colour, live, waiting, scheduled, edited } = front
  return (
    <tr className="border-b border-line hover:bg-sunk phone:h-[34px] max-phone:block max-phone:py-2">
      <th scope="row" className={`${cell} font-medium`}>
        <Link href={frontAddress(id)} prefetch={false} className="inline-flex items-center gap-2 hover:underline">
          <span
            className="size-2.5 flex-none rounded-full border border-line-strong"
            style={colour ? { background: `var(--color-section-${colour})`, borderColor: 'transparent' } : undefined}
          />
          {name}
          {of === 'topic' && <span className="font-normal text-quiet">topic</span>}
        </Link>{' '}
        <a href={path} className="ms-2 font-normal text-quiet hover:underline max-phone:hidden">
          {path}
        </a>
      </th>
      <td className={cell}>
        {live ? (
          <StateMark state="live">Live since {whenIn(live.at, timezone, now)}</StateMark>
        ) : (
          <span className="text-quiet">What the rule makes</span>
        )}
      </td>
      <td className={cell}>
        <span className="flex flex-wrap gap-x-4">
          {waiting ? (
            <StateMark state={live ? 'changes' : 'draft'}>{live ? 'Changes wait' : 'Not published'}</StateMark>
          ) : (
            <StateMark state="as-live">{live ? 'As live' : 'As by rule'}</StateMark>
          )}
          {scheduled && <StateMark state="scheduled">{hourIn(scheduled, timezone, now)}</StateMark>}
        </span>
      </td>
      <td className={`${cell} text-quiet`}>
        {edited && `${whenIn(edited.at, timezone, now)}${edited.by ? ` by ${edited.by}` : ''}`}
      </td>
    </tr>
  )
}
