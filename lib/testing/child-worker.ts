import { install, open } from '#lib/db/client'
import { startJobs } from '#lib/jobs/runner'

// A worker that takes a job, says so, and never ends it.
install(open(process.env.CHILD_DATABASE!))
const effect = () => {
  console.log('taken')
  return new Promise<void>(() => {})
}
startJobs({ effect }, { poll: 20, lease: 500 })
