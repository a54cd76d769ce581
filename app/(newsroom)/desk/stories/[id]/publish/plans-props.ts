import { localIn } from '#lib/settings/local-time'
import type { Schedules } from '#lib/story/queries/schedule'

import type { Hour, PlanProps, PlansProps } from '../props'

/** What the browser gets of what waits for its hour. @param held whether the clock is in doubt */
export function plansProps(
  { publish, withdraw, embargo, past, may }: Schedules,
  held: boolean,
  zone: string,
): PlansProps {
  const hourOf = (at: Date): Hour => ({ at: at.getTime(), local: localIn(at, zone) })
  const planOf = ({ id, dueAt, setAt, by, late }: NonNullable<Schedules['withdraw']>): PlanProps => ({
    ...hourOf(dueAt),
    id,
    by: by.name,
    here: by.here,
    setAt: setAt.getTime(),
    late,
  })
  const last = past[0]
  const failed = last?.state === 'refused' || last?.state === 'failed'
  return {
    publish: publish
      ? { ...planOf(publish), revision: publish.revision, changed: publish.changedSince, path: publish.path }
      : null,
    withdraw: withdraw ? planOf(withdraw) : null,
    embargo: embargo?.holds
      ? { until: embargo.until && hourOf(embargo.until), why: embargo.why, by: embargo.by }
      : null,
    trouble: failed ? { act: last.act, at: last.dueAt.getTime(), fault: last.fault } : null,
    held: held && Boolean(publish ?? withdraw),
    may,
  }
}
