import { longRun } from '../support/long-run'
import { stop } from './stop'
import { beside, killed } from './typing'

await longRun({ stop, killed, beside })
