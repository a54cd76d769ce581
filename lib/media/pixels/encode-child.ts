import { drawCard } from '#lib/media/social/draw'
import type { EncodeAnswer, Job } from '#lib/media/store/encoder'

import { onlyPictures } from './decoding'
import { makeFile } from './make-file'

/** A process that makes readers' files of masters, and cards of words, one after another, until who started it has ended. */
onlyPictures()
// At once: an orderly end would wait for the picture.
process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'))
process.on('message', (job: Job) => {
  const answer = (one: EncodeAnswer) => process.send?.(one)
  const made = 'words' in job ? drawCard(job) : makeFile(job)
  made.then(answer, (error: Error) => answer({ failed: error.message }))
})
