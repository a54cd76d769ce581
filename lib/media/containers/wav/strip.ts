import type { Source } from '../source'
import { readSound } from './sound'

/** Format, `fact` where floating numbers want one, and data; nothing else of the file. */
export function* stripWav(source: Source): Generator<Buffer> {
  const { format, float, block, data } = readSound(source)
  const length = data.to - data.from - ((data.to - data.from) % block)
  const fact = float ? [chunk('fact', le32(length / block))] : []
  const head = Buffer.concat([Buffer.from('WAVE'), chunk('fmt ', format), ...fact, Buffer.from('data'), le32(length)])
  const pad = length % 2
  yield Buffer.concat([Buffer.from('RIFF'), le32(head.length + length + pad), head])
  yield* source.stream(data.from, data.from + length)
  if (pad) yield Buffer.alloc(1)
}

const chunk = (name: string, content: Buffer) => Buffer.concat([Buffer.from(name), le32(content.length), content])

function le32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
