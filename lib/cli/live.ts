import { rebuildLive } from '#lib/publication/rebuild'

import { type Group, Usage } from './group'
import { lives } from './lives'

export const liveGroup: Group = {
  help: ['live rebuild [--check]   replays the publication log into what readers see; --check only compares'],
  async run([verb, flag, ...rest]) {
    if (verb !== 'rebuild' || rest.length || (flag && flag !== '--check')) throw new Usage()
    const check = flag === '--check'
    const differences = await rebuildLive(lives, { check })
    if (!differences.length) return ['What readers see equals the publication log.']
    if (check) process.exitCode = 1
    return [
      check ? 'What readers see differs from the publication log:' : 'Rebuilt. What had differed:',
      ...differences.map(
        ({ table, missing, surplus }) => `  ${table}: ${missing.length} missing, ${surplus.length} too many`,
      ),
      ...(check ? [] : ['A server that runs keeps pages from before: start it again.']),
    ]
  },
}
