import { ScheduledMark, WorkRow, WorkTable } from '#app/(newsroom)/desk/work-table'
import { StateMark } from '#app/(newsroom)/state-mark'
import type { ListedPage } from '#lib/page/queries/list'
import { whenIn } from '#lib/settings/time'

import { pageAddress } from './address'

type Props = { pages: ListedPage[]; timezone: string; now: Date }

/** Pages of the paper's own, with what readers have of each, and what of it waits. */
export const PageTable = ({ pages, timezone, now }: Props) => (
  <WorkTable of="Page">
    {pages.map(({ id, title, path, live, gone, waiting, scheduled, edited }) => (
      <WorkRow
        key={id}
        href={pageAddress(id)}
        name={title || 'No title yet'}
        beside={path}
        otherwise={
          gone ? (
            <StateMark state="withdrawn">Taken from readers {whenIn(gone.at, timezone, now)}</StateMark>
          ) : (
            <StateMark state="unpublished">Not published</StateMark>
          )
        }
        also={<ScheduledMark at={scheduled} {...{ timezone, now }} />}
        unpublished={['Draft', 'As live']}
        {...{ live, waiting, edited, timezone, now }}
      />
    ))}
  </WorkTable>
)
