import { databaseUrl } from '#lib/config'
import { migrate } from '#lib/db/migrate'
import { ensureShape } from '#lib/publication/shape'

import type { Group } from './group'
import { lives, shape } from './lives'

export const migrateGroup: Group = {
  help: ['migrate   brings the database up to this version (npm start does it, too)'],
  async run() {
    const applied = await migrate(databaseUrl())
    const remade = await ensureShape(lives, shape)
    const done = [
      ...(applied ? [`Applied ${applied} ${applied === 1 ? 'step' : 'steps'}.`] : []),
      ...(remade ? ['What readers see was made anew from the publication log.'] : []),
    ]
    return done.length ? done : ['Nothing to do.']
  },
}
