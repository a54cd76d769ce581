import { setPriority } from 'node:os'

import sharp from 'sharp'

import type { EncodeJob } from '#lib/media/store/encode-job'

// A process of its own that does nothing but make files of masters, one after another: what sharp itself costs.
sharp.cache(false)
sharp.concurrency(1)
// As low as ours, since others may be at work on this machine.
setPriority(10)
process.on('message', async (jobs: EncodeJob[]) => {
  for (const { master, to, width, format } of jobs) {
    const picture = sharp(master).resize({ width })
    if (format === 'avif') await picture.avif({ quality: 50, effort: 2, chromaSubsampling: '4:2:0' }).toFile(to)
    else if (format === 'webp') await picture.webp({ quality: 76, effort: 4 }).toFile(to)
    else await picture.jpeg({ quality: 75, mozjpeg: true }).toFile(to)
  }
  process.send?.('done')
})
process.on('disconnect', () => process.exit())
