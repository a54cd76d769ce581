/** @property length in bytes, with its head; `samples` of one channel; `rate` of samples a second; `bits` a second */
export type Frame = { version: 1 | 2 | 2.5; mono: boolean; length: number; samples: number; rate: number; bits: number }

const kilobits = {
  1: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
}
const rates = { 1: [44_100, 48_000, 32_000], 2: [22_050, 24_000, 16_000], 2.5: [11_025, 12_000, 8000] }
const versions = [2.5, undefined, 2, 1] as const

/** How long a frame of Layer III is at most, in bytes. */
export const LONGEST_FRAME = 1441

/** A frame's head of four bytes (ISO 11172-3, 13818-3); undefined for what is none, other layers, and free bit rates. */
export function frameOf(head: Buffer): Frame | undefined {
  if (head.length < 4 || head[0] !== 0xff || (head[1]! & 0xe6) !== 0xe2) return undefined
  const version = versions[(head[1]! >> 3) & 3]
  if (!version) return undefined
  const bits = (kilobits[version === 1 ? 1 : 2][head[2]! >> 4] ?? 0) * 1000
  const rate = rates[version][(head[2]! >> 2) & 3]
  if (!bits || !rate || (head[3]! & 3) === 2) return undefined
  const samples = version === 1 ? 1152 : 576
  const length = Math.floor((samples / 8) * (bits / rate)) + ((head[2]! >> 1) & 1)
  return { version, mono: head[3]! >> 6 === 3, length, samples, rate, bits }
}

/** Whether both can be of one stream: what a decoder is set up for does not change. */
export const goesOn = (one: Frame, next: Frame | undefined) =>
  next !== undefined && next.version === one.version && next.rate === one.rate
