import { install, open } from '#lib/db/client'
import { storiesDue } from '#lib/jobs/handlers/due'
import { startTimed } from '#lib/jobs/timed'

// Another process that does what is planned, looking all the time.
install(open(process.env.CHILD_DATABASE!))
startTimed(storiesDue, { poll: 5 })
console.log('ready')
