import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { person } from './newsroom'
import { serveUploads } from './uploads'

// Takes files for nadia; prints its port. Each file that arrives is noted in `arrived`, and once `hang` is its name,
// that is all that ever happens.
const folder = process.env.CHILD_FOLDER!
const { port } = await serveUploads({
  folder: join(folder, 'uploads'),
  whoIs: async () => person('nadia', 'writer', []),
  finish: async ({ id: by }, { id, path, name }) => {
    appendFileSync(join(folder, 'arrived'), `${by} ${id} ${readFileSync(path).length}\n`)
    if (name === process.env.CHILD_HANG) await new Promise(() => {})
    return { media: id }
  },
})
console.log(port)
