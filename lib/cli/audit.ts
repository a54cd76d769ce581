import { acceptEnd } from '#lib/audit/commands'
import { holds, verdictLines, verifyAudit } from '#lib/audit/verify'

import { type Group, Usage } from './group'

export const auditGroup: Group = {
  help: [
    'audit verify   finds entries of the audit that were edited, put in or taken out, and an end that was cut off',
    'audit accept   after a backup was put back: goes on with an audit whose end is lost, and writes that down',
  ],
  async run([verb, ...rest]) {
    if ((verb !== 'verify' && verb !== 'accept') || rest.length) throw new Usage()
    const verdict = await verifyAudit()
    if (verb === 'verify') {
      if (!holds(verdict)) process.exitCode = 1
      return verdictLines(verdict)
    }
    if (verdict.breaks.some(({ kind }) => kind !== 'cut')) {
      process.exitCode = 1
      return [...verdictLines(verdict), 'Nothing was accepted: more than its end is wrong.']
    }
    if (holds(verdict)) return [...verdictLines(verdict), 'There is nothing to accept.']
    await acceptEnd(verdict)
    return ['Accepted, and written down in the audit.']
  },
}
