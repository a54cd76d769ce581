import { formatOf } from '#lib/site/time'

/** `14 May 2026, 09:14:05 BST`: to the second, and with its own zone, as summer and winter stand in one list. */
export const momentIn = (at: Date, timeZone: string) =>
  formatOf('en-GB', {
    timeZone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  }).format(at)
