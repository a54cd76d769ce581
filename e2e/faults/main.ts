import { longRun } from '../support/long-run'
import { fresh } from './fresh'
import { underLoad } from './load'
import { stop } from './stop'
import { beside, killed } from './typing'

await longRun({ stop, killed, beside, fresh, load: underLoad })
