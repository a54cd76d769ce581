import { install, open } from '#lib/db/client'

import { startCollab } from './collab'

// Another process's co-editing server on a database; prints its address.
install(open(process.env.CHILD_DATABASE!))
console.log((await startCollab()).origin)
