import { whenIn, zoneIn } from '#lib/settings/time'

import type { Paper } from './props'

/** `09:14 BST`; older days by name or date. */
export function when(at: number, paper: Paper) {
  const date = new Date(at)
  return `${whenIn(date, paper.timezone, new Date(paper.now))} ${zoneIn(date, paper.timezone)}`
}
