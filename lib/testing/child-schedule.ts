import { install, open } from '#lib/db/client'
import { schedule } from '#lib/jobs/handlers/schedule'
import { startTimed } from '#lib/jobs/timed'

// Another process that does what is planned, looking all the time.
install(open(process.env.CHILD_DATABASE!))
startTimed(schedule, { poll: 5 })
console.log('ready')
