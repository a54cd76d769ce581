import { Refusal } from '#lib/errors'

import { type Crop, type Point, type Shape, type Sides, shapes } from './store/crop'

/** Where a picture is cut. */
export type Cut = { focus?: Point; crops?: Partial<Record<Shape, Crop>> }

/** A crop takes at least so much of the side of which it takes more: less is no part that anybody sees. */
export const LEAST = 0.05
/** What a shape may be off, and what four digits of its shorter side may be. */
const [OFF, STEP] = [0.01, 0.0002]

/** @throws Refusal `invalid` for a crop that is not within the picture, too small, or not of its shape */
export function ensureCrops(size: Sides, crops: NonNullable<Cut['crops']>): void {
  for (const [shape, { x, y, width, height }] of Object.entries(crops) as [Shape, Crop][]) {
    const ratio = (width * size.width) / (height * size.height)
    const within = x + width <= 1 && y + height <= 1
    const shaped = Math.abs(ratio / shapes[shape] - 1) <= OFF + STEP / Math.min(width, height)
    if (!within || !shaped || width * height === 0 || Math.max(width, height) < LEAST)
      throw new Refusal('invalid', `The crop of ${shape} does not fit this picture.`)
  }
}
