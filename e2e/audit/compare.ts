import sharp from 'sharp'

/** A picture as it is kept: small, so that hundreds weigh little, and letters' edges, which machines draw apart, melt. */
export const small = (shot: Buffer, width: number): Promise<Buffer> =>
  sharp(shot).resize({ width }).webp({ quality: 20, effort: 6 }).toBuffer()

/** So many pixels of a kept picture may differ: fewer than a short word has. */
export const most = 12

/** Of 255: how far one of a pixel's three colours is off, its neighbours' mixed in, where people see it. */
const seen = 24

/**
 * How many pixels of two pictures are not alike; what only one of them covers is not.
 * @returns as a picture, too: the second one, pale, with what differs in red
 */
export async function compare(kept: Buffer, fresh: Buffer): Promise<{ pixels: number; difference: Buffer }> {
  const [a, b] = await Promise.all([pixelsOf(kept), pixelsOf(fresh)])
  const [width, height] = [Math.max(a.width, b.width), Math.max(a.height, b.height)]
  const drawn = Buffer.alloc(width * height * 3)
  let pixels = 0
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const [one, other] = [a.at(x, y), b.at(x, y)]
      const differs = !one || !other || one.some((value, i) => Math.abs(value - (other[i] ?? 0)) > seen)
      if (differs) pixels += 1
      const pale = other ?? Buffer.alloc(3)
      drawn.set(differs ? [255, 0, 0] : [...pale].map((value) => 160 + value * 0.35), (y * width + x) * 3)
    }
  const raw = { width, height, channels: 3 } as const
  return { pixels, difference: await sharp(drawn, { raw }).png().toBuffer() }
}

async function pixelsOf(picture: Buffer) {
  const { data, info } = await sharp(picture).blur(1).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const { width, height } = info
  const start = (x: number, y: number) => (y * width + x) * 3
  const at = (x: number, y: number) =>
    x < width && y < height ? data.subarray(start(x, y), start(x, y) + 3) : undefined
  return { width, height, at }
}
