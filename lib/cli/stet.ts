import { followOwn, headWritten } from '#lib/audit/follow'
import { db } from '#lib/db/client'
import { isRefusal } from '#lib/errors'

import { auditGroup } from './audit'
import { demoGroup } from './demo'
import { type Group, Usage } from './group'
import { liveGroup } from './live'
import { migrateGroup } from './migrate'
import { userGroup } from './user'

const groups: Record<string, Group> = {
  user: userGroup,
  demo: demoGroup,
  live: liveGroup,
  audit: auditGroup,
  migrate: migrateGroup,
}

const help = () => [
  'npm run stet -- <command>',
  '',
  ...Object.values(groups).flatMap((group) => group.help.map((line) => `  ${line}`)),
]

async function main([name = 'help', ...args]: string[]) {
  const group = groups[name]
  if (group) return group.run(args)
  if (['help', '--help', '-h'].includes(name)) return help()
  throw new Usage()
}

/** A refusal and a wrong setting are told in one line; anything else is a bug and shows where. */
function explain(error: unknown): string {
  if (error instanceof Usage) return help().join('\n')
  if (isRefusal(error)) return [error.message, ...Object.values(error.fields)].join(' ')
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

followOwn()
main(process.argv.slice(2))
  .then((lines) => console.log(lines.join('\n')))
  .catch((error) => {
    console.error(explain(error))
    process.exitCode = 1
  })
  .finally(headWritten)
  .finally(() => db.close())
