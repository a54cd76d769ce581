import { LEAST } from '#lib/media/cut'
import type { Crop } from '#lib/media/store/crop'

export const corners = ['top left', 'top right', 'bottom left', 'bottom right'] as const
export type Corner = (typeof corners)[number]

export const whole: Crop = { x: 0, y: 0, width: 1, height: 1 }

/** Moves the part as it is, as far as the picture's edges; by fractions of the picture's sides, as all here. */
export const moveCrop = ({ x, y, width, height }: Crop, across: number, down: number): Crop => ({
  x: within(x + across, 0, 1 - width),
  y: within(y + down, 0, 1 - height),
  width,
  height,
})

/**
 * Larger or smaller about its middle, in its own proportions, as far as the picture allows.
 * @param factor 2 is twice as wide
 * @param ratio its width to its height, where it has to be of a shape
 */
export function sizeCrop(crop: Crop, factor: number, ratio?: number): Crop {
  const own = crop.width / crop.height
  // Of a free one both sides keep the least; in a flat shape the shorter one may have to fall below it.
  const by = Math.max(factor, ratio ? 0 : LEAST / Math.min(crop.width, crop.height))
  const sides = sidesOf(crop.width * by, ratio ?? own, 1, 1)
  const middle = { x: crop.x + crop.width / 2, y: crop.y + crop.height / 2 }
  return moveCrop({ x: middle.x - sides.width / 2, y: middle.y - sides.height / 2, ...sides }, 0, 0)
}

/**
 * Moves one of its corners; the one across from it stays.
 * @param ratio its width to its height, where it has to stay of a shape
 */
export function moveCorner(crop: Crop, corner: Corner, across: number, down: number, ratio?: number): Crop {
  const [left, top] = [corner.endsWith('left'), corner.startsWith('top')]
  const [wider, higher] = [left ? -across : across, top ? -down : down]
  const [roomAcross, roomDown] = [left ? crop.x + crop.width : 1 - crop.x, top ? crop.y + crop.height : 1 - crop.y]
  const sides =
    ratio === undefined
      ? {
          width: within(crop.width + wider, LEAST, roomAcross),
          height: within(crop.height + higher, LEAST, roomDown),
        }
      : sidesOf(crop.width + farther(wider, higher * ratio), ratio, roomAcross, roomDown)
  return {
    x: left ? roomAcross - sides.width : crop.x,
    y: top ? roomDown - sides.height : crop.y,
    ...sides,
  }
}

/** As it is kept, with four digits; they are cut off, so that it stays within the picture. */
export const settle = ({ x, y, width, height }: Crop): Crop => ({
  x: below(x),
  y: below(y),
  width: below(width),
  height: below(height),
})

/** A digit more than the least: what is cut off leaves enough. */
const least = LEAST + 0.0002

/** Sides of a shape, as wide as is wanted where there is room; the longer one is no less than the least. */
function sidesOf(wanted: number, ratio: number, roomAcross: number, roomDown: number) {
  const width = within(wanted, least * Math.min(1, ratio), Math.min(roomAcross, roomDown * ratio))
  return { width, height: width / ratio }
}

const farther = (one: number, other: number) => (Math.abs(one) > Math.abs(other) ? one : other)
const within = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value))
/** A small share of a step is no more than what a division leaves. */
const below = (value: number) => Math.floor(value * 10_000 + 1e-6) / 10_000
