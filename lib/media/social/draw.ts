import { join } from 'node:path'

import sharp, { type OverlayOptions, type Raw } from 'sharp'

import type { Encoded } from '#lib/media/store/encode-job'
import { type CardWords, type SocialJob, socialSides } from '#lib/media/store/social-job'

import { faceOf, settable } from './settable'

const margin = 72
const within = socialSides.width - 2 * margin
const [paper, ink] = ['#ffffff', '#15191b']

const folder = join(/* turbopackIgnore: true */ process.cwd(), 'lib/media/social/fonts')
const faces = { 'Stet Head': join(folder, 'stet-head.ttf'), 'Stet World': join(folder, 'stet-world.ttf') }

/** The headline is as large as it can be in this height, px. */
const room = 312
const sizes = [96, 84, 74, 64, 56, 48, 40]

/** Signs of the line over the headline that fit in one line at its usual size. */
const fitsOver = 55

/** Draws a story's card: a rule and the section's name in its colour or who has paid for it, the headline, the paper's name. */
export async function drawCard({ words, to }: SocialJob): Promise<Encoded> {
  const { rtl, colour } = words
  const [section, headline, name] = await Promise.all([
    line(words.section, words.section.length > fitsOver ? 24 : 34, colour),
    fitting(words),
    line(words.paper, 40, ink),
  ])
  const place = (layer: Layer | undefined, top: number): OverlayOptions[] =>
    layer ? [{ ...layer, left: rtl ? socialSides.width - margin - layer.raw.width : margin, top: Math.round(top) }] : []
  const foot = socialSides.height - margin
  const info = await sharp({ create: { ...socialSides, channels: 3, background: paper } })
    .composite([
      bar(margin - 12, 10, colour),
      ...place(section, margin + 24),
      ...place(headline, margin + 92),
      bar(foot - 62, 2, '#d2d6d2'),
      ...place(name, foot - (name?.raw.height ?? 0)),
    ])
    .jpeg({ quality: 84, mozjpeg: true, chromaSubsampling: '4:4:4' })
    .toFile(to)
  return { width: info.width, height: info.height, bytes: info.size }
}

type Layer = { input: Buffer; raw: Raw }

const bar = (top: number, height: number, background: string): OverlayOptions => ({
  input: { create: { width: within, height, channels: 3, background } },
  left: margin,
  top,
})

async function fitting({ headline }: CardWords): Promise<Layer | undefined> {
  let smallest: Layer | undefined
  for (const size of sizes) {
    smallest = await line(headline, size, ink)
    if (!smallest || smallest.raw.height <= room) return smallest
  }
  return smallest
}

/** A text in as many lines as it needs. @param size px; @returns undefined where there is nothing that can be set */
async function line(words: string, size: number, colour: string): Promise<Layer | undefined> {
  const text = settable(words)
  if (!text) return undefined
  const face = faceOf(text)
  const fontfile = faces[face]
  // The one has tall lines by nature; the other needs its room for marks above and below.
  const spacing = face === 'Stet Head' ? -Math.round(size / 5) : 0
  const markup = `<span foreground="${colour}">${escaped(text)}</span>`
  const { data, info } = await sharp({
    // At this density a point is a pixel. Where a text is written from the right, its left is there.
    text: {
      text: markup,
      font: `${face} ${size}`,
      fontfile,
      width: within,
      rgba: true,
      dpi: 72,
      align: 'left',
      spacing,
    },
  })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  return { input: data, raw: { width, height, channels } }
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? '')
