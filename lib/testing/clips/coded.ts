import { be, box, full } from './boxes'

/** Bits as H.264 writes them: numbers of a width, or Exp-Golomb. */
function bits(...values: (readonly [number, number] | number)[]): Buffer {
  const text = values
    .map((value) => {
      if (typeof value === 'object') return value[0].toString(2).padStart(value[1], '0')
      const code = (value + 1).toString(2)
      return '0'.repeat(code.length - 1) + code
    })
    .join('')
  return Buffer.from(
    text
      .padEnd(Math.ceil(text.length / 8) * 8, '0')
      .match(/.{8}/g)!
      .map((byte) => Number.parseInt(byte, 2)),
  )
}

const one = [1, 1] as const
const zero = [0, 1] as const

/** Baseline, level 1, one macroblock of 16 × 16. */
const sps = Buffer.concat([Buffer.from([0x67, 66, 0xc0, 10]), bits(0, 0, 2, 0, zero, 0, 0, one, one, zero, zero, one)])
const pps = Buffer.concat([
  Buffer.from([0x68]),
  bits(0, 0, zero, zero, 0, 0, 0, zero, [0, 2], 0, 0, 0, zero, zero, zero, one),
])

/** A picture of one grey macroblock without compression (I_PCM), led by its length. */
export function h264Picture(number: number): Buffer {
  const slice = Buffer.concat([
    Buffer.from([0x65]),
    bits(0, 7, 0, [0, 4], number % 2, zero, zero, 0, 25),
    Buffer.alloc(384, 16 + (number % 200)),
    Buffer.from([0x80]),
  ])
  return Buffer.concat([be(4, slice.length), slice])
}

/** Silence in AAC, one channel: 1024 samples. */
export const aacSilence = Buffer.from([0x00, 0xc8, 0x00, 0x80, 0x23, 0x80])

export const avcC = box('avcC', [1, 66, 0xc0, 10, 0xff, 0xe1], be(2, sps.length), sps, [1], be(2, pps.length), pps)

/** A sample entry for pictures with an encoder's name in it. */
export const pictureEntry = (type: string, config: Buffer, { name = 'Lavc', side = 16 } = {}) =>
  box(
    type,
    Buffer.alloc(6),
    be(2, 1),
    Buffer.alloc(4),
    name.padEnd(12, '\0').slice(0, 12),
    be(2, side, side),
    be(4, 0x480000, 0x480000, 0),
    be(2, 1),
    name.padEnd(32, '\0').slice(0, 32),
    be(2, 24, 0xffff),
    config,
  )

export const soundEntry = (type: string, config: Buffer, rate = 44_100) =>
  box(type, Buffer.alloc(6), be(2, 1), Buffer.alloc(8), be(2, 1, 16, 0, 0), be(4, rate * 65_536), config)

export const h264Entry = pictureEntry('avc1', avcC)
export const aacEntry = soundEntry(
  'mp4a',
  full(
    'esds',
    0,
    [3, 25, 0, 1, 0, 4, 17, 0x40, 0x15, 0, 0, 0, 0, 0, 0xfa, 0, 0, 0, 0xfa, 0, 5, 2, 0x12, 0x08, 6, 1, 2],
  ),
)
