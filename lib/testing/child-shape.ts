import { lives, shape } from '#lib/cli/lives'
import { db, install, open } from '#lib/db/client'
import { ensureShape } from '#lib/publication/shape'

// Another process that starts on a database whose live rows older rules have made; prints whether it made them anew.
install(open(process.env.CHILD_DATABASE!))
console.log(await ensureShape(lives, shape))
await db.close()
