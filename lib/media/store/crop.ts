/** The shapes that a picture is cut to, width to height. */
export const shapes = { '16:9': 16 / 9, '4:3': 4 / 3, '1:1': 1, '4:5': 4 / 5, '1.91:1': 1.91 } as const
export type Shape = keyof typeof shapes

export type Sides = { width: number; height: number }
/** A place in a picture, in fractions of its sides. */
export type Point = { x: number; y: number }
/** A part of a picture, in fractions of its sides, with four digits: a quarter of a pixel of the largest masters. */
export type Crop = { x: number; y: number; width: number; height: number }

const whole: Crop = { x: 0, y: 0, width: 1, height: 1 }
const steps = 10_000
const near = (value: number) => Math.round(value * steps) / steps
/** A small share of a step is no more than what a division leaves. */
const below = (value: number) => Math.floor(value * steps + 1e-6) / steps

/** A shape in fractions of a picture's sides, width to height. */
export const ratioIn = (size: Sides, shape: Shape): number => (shapes[shape] * size.height) / size.width

/**
 * The largest part of a picture that has a shape, with the focal point as near to its middle as the edges allow.
 * @param size pixels of the picture
 * @param focal what must be seen
 * @param own the part that somebody has chosen for this use: the crop stays within it, and about its middle where the
 *   focal point is not in it
 */
export function cropOf(size: Sides, shape: Shape, focal: Point, own: Crop = whole): Crop {
  const ratio = ratioIn(size, shape)
  const width = Math.min(own.width, own.height * ratio)
  const cut = { width: below(width), height: below(width / ratio) }
  const inside = focal.x >= own.x && focal.x <= own.x + own.width && focal.y >= own.y && focal.y <= own.y + own.height
  const middle = inside ? focal : { x: own.x + own.width / 2, y: own.y + own.height / 2 }
  return {
    x: near(within(middle.x - cut.width / 2, own.x, own.x + own.width - cut.width)),
    y: near(within(middle.y - cut.height / 2, own.y, own.y + own.height - cut.height)),
    ...cut,
  }
}

const within = (value: number, least: number, most: number) => Math.max(least, Math.min(value, most))
