import { longRun } from '../support/long-run'
import { canary } from './canary'
import { fresh } from './fresh'
import { hostile } from './hostile'
import { underLoad } from './load'
import { pairs } from './pairs'
import { schedule } from './schedule'
import { stop } from './stop'
import { typing } from './typing'
import { uploads } from './uploads'

await longRun({ stop, typing, fresh, load: underLoad, schedule, canary, pairs, hostile, uploads })
