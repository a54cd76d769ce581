import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { isRefusal } from '#lib/errors'
import { takePicture } from '#lib/media/pixels/intake'
import { sieve } from '#lib/media/pixels/sieve'
import { hostilePictures } from '#lib/testing/hostile-pictures'
import { largePictures } from '#lib/testing/large-pictures'
import { oddPictures } from '#lib/testing/odd-pictures'
import type { OddPicture, RefusedPicture } from '#lib/testing/sent-picture'

import { atMost, type Figure, median } from '../support/long-run'
import { memoryOf } from '../support/memory'

const program = '.build/picture.mjs'
/** Megabytes that a picture may take while it is taken in, all processes together. */
const mostGrowth = 300

type Tried = { name: string; ms: number; growth: number; refused: boolean; wrong?: string }

/**
 * Files that are no pictures, hide more than they show, or are as large as may be, one after another: how long the
 * slowest is looked at before it is refused, and how much memory the largest takes.
 */
export async function hostile({ short }: { short: boolean }): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'stet-hostile-'))
  const tried: Tried[] = []
  try {
    for (const sent of [...hostilePictures, ...oddPictures, ...(short ? [] : largePictures)])
      tried.push(await attempt(folder, sent))
    const wrong = tried.flatMap(({ name, wrong }) => (wrong ? [`${name}: ${wrong}`] : []))
    const refusals = tried.filter(({ refused }) => refused)
    const slowest = refusals.reduce((a, b) => (a.ms > b.ms ? a : b))
    const largest = tried.reduce((a, b) => (a.growth > b.growth ? a : b))
    return [
      {
        name: `${tried.length} hostile, odd and large pictures`,
        value: `${tried.length - wrong.length} as they should be${wrong.map((one) => `; ${one}`).join('')}`,
        goal: 'each refused in words, or a right picture',
        holds: wrong.length === 0,
      },
      atMost(1000, `slowest of ${refusals.length} refusals`, slowest.ms, short, slowest.name),
      {
        name: 'most memory while a picture is taken in',
        value: `${Math.round(largest.growth)} MB more, ${largest.name}`,
        goal: `≤ ${mostGrowth} MB`,
        holds: largest.growth <= mostGrowth,
      },
      atMost(10, 'structure of a JPEG of 12 MB, full of markers that are none, CPU', await sievingTime(folder), short),
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function attempt(folder: string, sent: RefusedPicture | OddPicture): Promise<Tried> {
  const file = join(folder, sent.name)
  const into = `${file}.made`
  mkdirSync(into)
  writeFileSync(file, await sent.bytes())
  const before = memoryOf(process.pid)
  let most = 0
  const looking = setInterval(() => {
    most = Math.max(most, memoryOf(process.pid) - before + children().reduce((sum, pid) => sum + peakOf(pid), 0))
  }, 10)
  const began = performance.now()
  const error = await takePicture(file, into, { program }).then(
    ({ master }) => ('picture' in sent ? differs(master, sent.picture) : 'was taken'),
    (error: Error) => error,
  )
  const ms = performance.now() - began
  clearInterval(looking)
  rmSync(into, { recursive: true })
  const refused = isRefusal(error)
  const expected =
    'refused' in sent && refused && error.reason === sent.refused[0] && sent.refused[1].test(error.message)
  const wrong = expected ? undefined : error && String(error)
  return { name: sent.name, ms, growth: most, refused: 'refused' in sent, ...(wrong ? { wrong } : {}) }
}

type Sides = { width: number; height: number; format: string }
const differs = (made: Sides, { width, height, format }: Sides) =>
  made.width === width && made.height === height && made.format === format
    ? undefined
    : `${made.width} × ${made.height}, ${made.format}`

/** The processes that this one has started and that still run. */
const children = () =>
  readdirSync('/proc/self/task').flatMap((task) =>
    readFileSync(`/proc/self/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  )

/** The most that a process has had, in megabytes; nothing when it has just ended. */
function peakOf(pid: number): number {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return Number(kilobytes ?? 0) / 1024
  } catch {
    return 0
  }
}

/** Milliseconds of CPU, as others may be at work: the median of some. */
async function sievingTime(folder: string): Promise<number> {
  const file = join(folder, 'dense.jpg')
  const plain = oddPictures[0]?.bytes()
  const jpeg = Buffer.from((await plain) ?? [])
  // Where a byte of 255 stands in a picture's data a zero follows; ordinary ones have some in each kilobyte.
  const data = Buffer.alloc(12_000_000, 0x55)
  for (let at = 0; at < data.length - 1; at += 250) data.writeUInt16BE(0xff00, at)
  writeFileSync(file, Buffer.concat([jpeg.subarray(0, -2), data, jpeg.subarray(-2)]))
  const times: number[] = []
  for (let round = 0; round < 9; round += 1) {
    const began = process.cpuUsage()
    await sieve(file)
    const { user, system } = process.cpuUsage(began)
    times.push((user + system) / 1000)
  }
  return median(times)
}
