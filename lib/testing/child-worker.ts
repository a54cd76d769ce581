import { install, open } from '#lib/db/client'
import { startJobs } from '#lib/jobs/runner'

// A worker that takes a job, says so, and never ends it.
install(open(process.env.CHILD_DATABASE!))
startJobs({ effect: () => (console.log('taken'), new Promise(() => {})) }, { poll: 20, lease: 500 })
