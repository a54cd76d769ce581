import { longRun } from '../support/long-run'
import { stop } from './stop'

await longRun({ stop })
