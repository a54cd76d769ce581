import { databaseUrl } from '#lib/config'
import { migrate } from '#lib/db/migrate'

import type { Group } from './group'

export const migrateGroup: Group = {
  help: ['migrate   brings the database up to this version (npm start does it, too)'],
  async run() {
    const applied = await migrate(databaseUrl())
    return [applied ? `Applied ${applied} ${applied === 1 ? 'step' : 'steps'}.` : 'Nothing to do.']
  },
}
