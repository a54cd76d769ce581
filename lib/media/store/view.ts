import { type Crop, cropOf, type Point, type Shape, type Sides, shapes } from './crop'

/** A part of a picture, none for all of it, and the shape that it is cut to: what one file of it shows. */
export type View = { crop: Crop | undefined; shape: Shape | 'whole' }

/** What a picture is cut by: its size in pixels, what must be seen, and the crops that somebody drew, by shape. */
export type Cutting = { size: Sides; focus: Point; crops: Partial<Record<string, Crop>> }

type Sized = Omit<Cutting, 'size'> & { width: number | null; height: number | null }

/** By what something of the library is cut, as its row says; what has no sides, and is not cut, counts as one pixel. */
export const cuttingOf = ({ width, height, focus, crops }: Sized): Cutting => ({
  size: { width: width ?? 1, height: height ?? 1 },
  focus,
  crops,
})

/**
 * The part of a picture that is shown in a shape.
 * @param own what somebody has cut for one use; the crop stays within it
 */
export function viewOf({ size, focus, crops }: Cutting, shape: Shape | 'whole', own?: Crop): View {
  if (shape === 'whole') return { crop: own, shape }
  return { crop: own ? cropOf(size, shape, focus, own) : (crops[shape] ?? cropOf(size, shape, focus)), shape }
}

/** All that may be asked for of a picture, for each crop of its own that it has somewhere. */
export const viewsOf = (cutting: Cutting, owns: readonly (Crop | undefined)[] = []): View[] =>
  [undefined, ...owns].flatMap((own) =>
    (['whole', ...(Object.keys(shapes) as Shape[])] as const).map((shape) => viewOf(cutting, shape, own)),
  )

/** Pixels of a part of a picture. */
export const sidesOf = ({ width, height }: Sides, crop: Crop | undefined): Sides =>
  crop ? { width: Math.round(width * crop.width), height: Math.round(height * crop.height) } : { width, height }
