import { migrate } from '#lib/db/migrate'

// Prints how many files it applied.
console.log(await migrate(process.env.CHILD_DATABASE!))
