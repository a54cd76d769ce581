import { longRun } from '../support/long-run'
import { lighthouseScores } from './lighthouse'
import { engines, licences } from './packages'
import { secrets } from './secrets'

await longRun({ lighthouse: lighthouseScores, licences: () => licences(), engines: () => engines(), secrets })
