import { longRun } from '../support/long-run'
import { lighthouseScores } from './lighthouse'
import { looks } from './looks'
import { engines, licences } from './packages'
import { secrets } from './secrets'
import { vnu } from './vnu'

await longRun({
  lighthouse: lighthouseScores,
  vnu,
  looks,
  licences: () => licences(),
  engines: () => engines(),
  secrets,
})
