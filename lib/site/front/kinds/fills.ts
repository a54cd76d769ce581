import type { Fill } from '../filling'
import { fill as briefs } from './briefs/fill'
import { fill as column } from './column/fill'
import { fill as essay } from './essay/fill'
import type { KindName } from './facts'
import { fill as lead } from './lead/fill'
import { fill as list } from './list/fill'
import { fill as opener } from './opener/fill'
import { fill as opinion } from './opinion/fill'
import { fill as splash } from './splash/fill'
import { fill as topic } from './topic/fill'

/** How each kind is filled and drawn. */
export const fills: Record<KindName, Fill> = { lead, opener, splash, list, column, opinion, essay, topic, briefs }
