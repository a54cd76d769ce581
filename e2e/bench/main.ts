import { longRun } from '../support/long-run'
import { start } from './start'

await longRun({ start })
