import { longRun } from '../support/long-run'
import { engines, licences } from './packages'
import { secrets } from './secrets'

await longRun({ licences, engines, secrets })
