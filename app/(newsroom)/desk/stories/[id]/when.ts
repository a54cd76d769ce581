import { hourIn, whenZonedIn } from '#lib/settings/time'

import type { Paper } from './props'

/** `09:14 BST`; older days by name or date. */
export const when = (at: number, paper: Paper) => whenZonedIn(new Date(at), paper.timezone, new Date(paper.now))

/** An hour to come, to the point: `18:00 BST`, `tomorrow 06:00 BST`, `Friday 22 May, 18:00 BST`. */
export const hour = (at: number, paper: Paper) => hourIn(new Date(at), paper.timezone, new Date(paper.now))
