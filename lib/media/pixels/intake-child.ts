import { refusedOf } from '#lib/processes/refused'

import { onlyPictures } from './decoding'
import { makePicture } from './make-picture'
import { sieve } from './sieve'

/**
 * A process of its own for one picture: a file and a folder in, files and JSON out. Who starts it sets its memory and its
 * time; when that one has died, it ends as well.
 */
const [file = '', into = ''] = process.argv.slice(2)
// At once: an orderly end would wait for the picture.
process.stdin.resume().once('close', () => process.kill(process.pid, 'SIGKILL'))
onlyPictures()
const answer = await sieve(file)
  .then(({ type }) => makePicture(file, into, type))
  .catch(refusedOf)
process.stdout.write(JSON.stringify(answer), () => process.exit())
