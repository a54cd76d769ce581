import { byRule, ScheduledMark, WorkRow, WorkTable } from '#app/(newsroom)/desk/work-table'
import type { ListedFront } from '#lib/front/queries/list'

import { frontAddress } from './address'

type Props = { fronts: ListedFront[]; timezone: string; now: Date }

/** Fronts, with what readers have of each, and what of it waits. */
export const FrontTable = ({ fronts, timezone, now }: Props) => (
  <WorkTable of="Front">
    {fronts.map(({ id, name, path, of, colour, live, waiting, scheduled, edited }) => (
      <WorkRow
        key={id}
        href={frontAddress(id)}
        name={
          <>
            <span
              className="size-2.5 flex-none rounded-full border border-line-strong"
              style={colour ? { background: `var(--color-section-${colour})`, borderColor: 'transparent' } : undefined}
            />
            {name}
            {of === 'topic' && <span className="font-normal text-quiet">topic</span>}
          </>
        }
        beside={
          <a href={path} className="hover:underline max-phone:hidden">
            {path}
          </a>
        }
        otherwise={byRule}
        unpublished={['Not published', 'As by rule']}
        also={<ScheduledMark at={scheduled} {...{ timezone, now }} />}
        {...{ live, waiting, edited, timezone, now }}
      />
    ))}
  </WorkTable>
)
