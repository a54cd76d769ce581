import { longRun } from '../support/long-run'
import { lighthouseScores } from './lighthouse'
import { engines, licences } from './packages'
import { secrets } from './secrets'
import { vnu } from './vnu'

await longRun({
  lighthouse: lighthouseScores,
  vnu,
  licences: () => licences(),
  engines: () => engines(),
  secrets,
})
