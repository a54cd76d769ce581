import { clockIn, whenIn } from '#lib/settings/time'

import type { Paper } from '../props'

/** When a version was kept, with its hour however long ago. */
export function moment(at: number, { timezone, now }: Paper): string {
  const date = new Date(at)
  const [day, hour] = [whenIn(date, timezone, new Date(Math.max(now, at))), clockIn(date, timezone)]
  return day.endsWith(hour) ? day : `${day}, ${hour}`
}
