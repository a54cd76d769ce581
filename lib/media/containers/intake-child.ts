import { refusedOf } from '#lib/processes/refused'

import { makeClip } from './make-clip'

/**
 * A process of its own for one film or recording: a file and a folder in, a file and JSON out. Who starts it sets its
 * memory and its time; when that one has died, it ends as well.
 */
const [file = '', into = ''] = process.argv.slice(2)
process.stdin.resume().once('close', () => process.kill(process.pid, 'SIGKILL'))
const answer = await makeClip(file, into).catch(refusedOf)
process.stdout.write(JSON.stringify(answer), () => process.exit())
