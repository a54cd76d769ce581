import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import sharp from 'sharp'

import type { EncodeJob } from '#lib/media/store/encode-job'
import { makeEncoders } from '#lib/media/store/encoders'

import { type Figure, median } from '../support/long-run'

const widths = [320, 480, 640, 960, 1280, 1920]
const formats = ['avif', 'webp', 'jpeg'] as const
const least = 0.8

/** Files that the pool of encoders makes in a second, beside two processes of bare sharp that make the same ones. */
export async function media({ short }: { short: boolean }): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'stet-bench-media-'))
  const encoders = makeEncoders({ program: '.build/encode.mjs', queue: 200 })
  const bare = [0, 1].map(() => fork('.build/baresharp.mjs'))
  try {
    const masters = await Promise.all(Array.from({ length: short ? 2 : 4 }, (_, i) => textured(folder, i)))
    const work = masters.map((master) => jobsOf(master, widths))
    const ours = (jobs: EncodeJob[][]) => Promise.all(jobs.flat().map((job) => encoders.encode(job, 'publish')))
    const theirs = (jobs: EncodeJob[][]) =>
      Promise.all(bare.map((child, at) => bareMakes(child, jobs.filter((_, i) => i % bare.length === at).flat())))
    // Processes start, and libraries load.
    const first = masters.slice(0, 2).map((master) => jobsOf(master, [320]))
    await ours(first)
    await theirs(first)
    const shares: number[] = []
    for (let round = 0; round < (short ? 1 : 3); round += 1) {
      // Turn about, as who works second may meet a machine that has warmed or cooled.
      const before = round % 2 ? await time(ours, work) : undefined
      const bareTime = await time(theirs, work)
      shares.push(bareTime / (before ?? (await time(ours, work))))
    }
    const share = median(shares)
    return [
      {
        name: `encoders, ${work.flat().length} files of ${widths.length} widths in ${formats.length} formats`,
        value: `${share.toFixed(2)} × bare sharp`,
        goal: `≥ ${least} ×${short ? ', in a short run ≥ 0.2 ×' : ''}`,
        holds: share >= (short ? 0.2 : least),
      },
    ]
  } finally {
    encoders.stop()
    for (const child of bare) child.disconnect()
    rmSync(folder, { recursive: true })
  }
}

const jobsOf = (master: string, all: number[]): EncodeJob[] =>
  all.flatMap((width) =>
    formats.map((format) => ({ master, to: `${master}.${width}.${format}`, width, format, kind: 'photo' as const })),
  )

async function bareMakes(child: ChildProcess, jobs: EncodeJob[]): Promise<void> {
  child.send(jobs)
  await once(child, 'message')
}

async function time(make: (jobs: EncodeJob[][]) => Promise<unknown>, work: EncodeJob[][]): Promise<number> {
  const began = performance.now()
  await make(work)
  return performance.now() - began
}

/** A master with something in it: soft noise, as a photograph of grass has it. */
async function textured(folder: string, at: number): Promise<string> {
  const file = join(folder, `${at}.jpg`)
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 60 }
  await sharp({ create: { width: 2560, height: 1700, channels: 3, background: '#888888', noise } })
    .blur(2 + at / 4)
    .jpeg({ quality: 90, chromaSubsampling: '4:4:4' })
    .toFile(file)
  return file
}
