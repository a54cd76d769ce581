import { accountLines } from '#lib/demo/accounts'
import { loadDemo } from '#lib/demo/load'
import { removeDemo } from '#lib/demo/remove'

import { type Group, Usage } from './group'

export const demoGroup: Group = {
  help: ['demo add      fills the newsroom with an invented paper', 'demo remove   takes it all away again'],
  async run([verb, ...rest]) {
    if (rest.length) throw new Usage()
    if (verb === 'add') {
      const accounts = await loadDemo()
      return accounts.length ? accountLines(accounts) : ['The demo paper is here already.']
    }
    if (verb !== 'remove') throw new Usage()
    const { removed, kept } = await removeDemo()
    return [removed ? `The demo paper is gone, ${removed} things of it.` : 'There is no demo paper.', ...kept]
  },
}
