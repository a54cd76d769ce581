import { onlyPictures } from './decoding'
import type { PictureType } from './limits'
import { makePicture } from './make-picture'

/**
 * A process of its own for one picture: a file, a folder and the file's type in, files and JSON out. Who starts it sets
 * its memory and its time; when that one has died, it ends as well.
 */
const [file = '', into = '', type] = process.argv.slice(2)
// At once: an orderly end would wait for the picture.
process.stdin.resume().once('close', () => process.kill(process.pid, 'SIGKILL'))
onlyPictures()
process.stdout.write(JSON.stringify(await makePicture(file, into, type as PictureType)), () => process.exit())
