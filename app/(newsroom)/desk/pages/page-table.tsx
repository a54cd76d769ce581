import Link from 'next/link'

import { StateMark } from '#app/(newsroom)/state-mark'
import type { ListedPage } from '#lib/page/queries/list'
import { whenIn } from '#lib/settings/time'

import { pageAddress } from './address'

type Props = { pages: ListedPage[]; timezone: string; now: Date }

const cell = 'px-4 py-1.5 text-start align-middle max-phone:block max-phone:py-0.5'

/** Pages of the paper's own, with what readers have of each, and what of it waits. */
export function PageTable({ pages, timezone, now }: Props) {
  return (
    <table className="w-full border-collapse">
      <thead className="text-label text-quiet max-phone:sr-only">
        <tr className="border-b border-line">
          {['Page', 'Its draft', 'Readers see', 'Edited'].map((name) => (
            <th key={name} scope="col" className={`${cell} font-normal`}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {pages.map((page) => (
          <Row key={page.id} {...{ page, timezone, now }} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ page, timezone, now }: { page: ListedPage } & Omit<Props, 'pages'>) {
  const { id, title, path, live, gone, waiting, edited } = page
  return (
    <tr className="border-b border-line hover:bg-sunk phone:h-[34px] max-phone:block max-phone:py-2">
      <th scope="row" className={`${cell} font-medium`}>
        <Link href={pageAddress(id)} prefetch={false} className="hover:underline">
          {title || 'No title yet'}
        </Link>{' '}
        <span className="ms-2 font-normal text-quiet">{path}</span>
      </th>
      <td className={cell}>
        {waiting ? (
          <StateMark state={live ? 'changes' : 'draft'}>{live ? 'Changes wait' : 'Draft'}</StateMark>
        ) : (
          <StateMark state="as-live">As live</StateMark>
        )}
      </td>
      <td className={cell}>
        {live ? (
          <StateMark state="live">Live since {whenIn(live.at, timezone, now)}</StateMark>
        ) : gone ? (
          <StateMark state="withdrawn">Taken from readers {whenIn(gone.at, timezone, now)}</StateMark>
        ) : (
          <StateMark state="unpublished">Not published</StateMark>
        )}
      </td>
      <td className={`${cell} text-quiet`}>
        {whenIn(edited.at, timezone, now)}
        {edited.by ? ` by ${edited.by}` : ''}
      </td>
    </tr>
  )
}
