import { LEAST } from '#lib/media/cut'
import { type Crop, cropOf, type Shape, type Sides } from '#lib/media/store/crop'

/** By shares of the picture's sides; it stays within the picture. */
export function moveCrop(crop: Crop, across: number, down: number): Crop {
  return { ...crop, x: near(within(crop.x + across, 1 - crop.width)), y: near(within(crop.y + down, 1 - crop.height)) }
}

/** Larger or smaller about its middle, in its shape, as far as the picture allows. @param factor 2 is twice as wide */
export function sizeCrop(crop: Crop, factor: number, size: Sides, shape: Shape): Crop {
  const largest = cropOf(size, shape, { x: 0.5, y: 0.5 })
  // How much of the largest one it is: both sides by one number, so that it keeps its shape. A step more than the least,
  // as digits are cut off.
  const share = Math.max(LEAST + 0.001, Math.min(1, (crop.width / largest.width) * factor))
  const [width, height] = [near(largest.width * share), near(largest.height * share)]
  const middle = { x: crop.x + crop.width / 2, y: crop.y + crop.height / 2 }
  return {
    x: near(within(middle.x - width / 2, 1 - width)),
    y: near(within(middle.y - height / 2, 1 - height)),
    width,
    height,
  }
}

const within = (value: number, most: number) => Math.max(0, Math.min(value, most))
const near = (value: number) => Math.floor(value * 10_000 + 1e-6) / 10_000
