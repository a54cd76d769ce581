import { longRun } from '../support/long-run'
import { page } from './page'
import { publish } from './publish'
import { save } from './save'
import { start } from './start'

await longRun({ start, publish, page, save })
