import type { Crop } from '#lib/media/store/crop'

/** Less is no picture any more. */
const SMALLEST = 0.02

/** As a block keeps it: `x,y,width,height`, each with four digits at most. */
export const cropText = ({ x, y, width, height }: Crop): string => [x, y, width, height].map(short).join(',')

/** For people: `62% of its width, 50% of its height`; '' for the whole. */
export function cropTold(text: string): string {
  const crop = parseCrop(text)
  return crop ? `${percent(crop.width)} of its width, ${percent(crop.height)} of its height` : ''
}

const percent = (fraction: number) => `${Math.round(fraction * 100)}%`
const short = (fraction: number) => String(Math.round(fraction * 10_000) / 10_000)

/** Whether it is a crop as `cropText` writes one, inside the picture. */
export const isCropText = (value: unknown): value is string =>
  typeof value === 'string' && parseCrop(value) !== undefined

/** @returns undefined for '' and for what is no crop */
export function parseCrop(text: string): Crop | undefined {
  if (!/^(0|1|0\.\d{1,4})(,(0|1|0\.\d{1,4})){3}$/.test(text)) return undefined
  const [x = 0, y = 0, width = 0, height = 0] = text.split(',').map(Number)
  const fits = (start: number, length: number) => length >= SMALLEST && start + length <= 1.0001
  return fits(x, width) && fits(y, height) ? { x, y, width, height } : undefined
}
