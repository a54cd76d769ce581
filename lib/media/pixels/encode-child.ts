import type { EncodeJob } from '#lib/media/store/encode-job'
import type { EncodeAnswer } from '#lib/media/store/encoder'

import { onlyPictures } from './decoding'
import { makeFile } from './make-file'

/** A process that makes readers' files of masters, one after another, until who started it has ended. */
onlyPictures()
// At once: an orderly end would wait for the picture.
process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'))
process.on('message', (job: EncodeJob) => {
  const answer = (one: EncodeAnswer) => process.send?.(one)
  makeFile(job).then(answer, (error: Error) => answer({ failed: error.message }))
})
