import { z } from 'zod'

import { type Shape, shapes } from './store/crop'

const share = z.number().min(0).max(1)
const crop = z.strictObject({ x: share, y: share, width: share, height: share })
const names = Object.keys(shapes) as [Shape, ...Shape[]]

/** Where somebody wants a picture cut. */
export const CutFields = z.strictObject({
  focus: z.strictObject({ x: share, y: share }).optional(),
  crops: z.partialRecord(z.enum(names), crop).optional(),
})
