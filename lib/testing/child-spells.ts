import { install, open } from '#lib/db/client'
import { spell } from '#lib/jobs/handlers/spell'
import { startJobs } from '#lib/jobs/runner'

// Another process that ends spells of work.
install(open(process.env.CHILD_DATABASE!))
startJobs({ spell }, { poll: 5, slots: 2 })
console.log('ready')
