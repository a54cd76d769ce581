import type { Crop } from '#lib/media/store/crop'

export const corners = ['top left', 'top right', 'bottom left', 'bottom right'] as const
export type Corner = (typeof corners)[number]

/** Fractions of a side: what no crop is smaller than. */
const least = 0.05

export const whole: Crop = { x: 0, y: 0, width: 1, height: 1 }

const within = (value: number, low: number, high: number) => Math.max(low, Math.min(value, high))

/** Moves the part as it is, as far as the picture's edges. */
export const moveCrop = ({ x, y, width, height }: Crop, dx: number, dy: number): Crop => ({
  x: within(x + dx, 0, 1 - width),
  y: within(y + dy, 0, 1 - height),
  width,
  height,
})

/** Moves one of its corners; the one across from it stays. */
export function moveCorner(crop: Crop, corner: Corner, dx: number, dy: number): Crop {
  const [x, width] = moveEnd(crop.x, crop.width, corner.endsWith('left'), dx)
  const [y, height] = moveEnd(crop.y, crop.height, corner.startsWith('top'), dy)
  return { x, y, width, height }
}

function moveEnd(start: number, length: number, first: boolean, by: number): [start: number, length: number] {
  const end = start + length
  if (!first) return [start, within(end + by, start + least, 1) - start]
  const moved = within(start + by, 0, end - least)
  return [moved, end - moved]
}
