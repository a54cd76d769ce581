import { Unreadable } from '../clip'
import { damaged, type Source } from '../source'
import { addWord, TEXT_BYTES, type Words } from '../words'
import { type Chunk, chunksOf } from './chunks'

/** @property format the content of `fmt `; `rate` is in bytes a second, `block` is bytes of one sample of all channels */
export type Sound = { format: Buffer; float: boolean; rate: number; block: number; data: Chunk; words: Words }

const names: Record<string, keyof Words> = {
  INAM: 'title',
  IART: 'artist',
  IPRD: 'album',
  ICMT: 'description',
  ICOP: 'copyright',
  ICRD: 'date',
  IGNR: 'genre',
}

export const cure = 'Export it as WAV with PCM of 16 or 24 bits, or as MP3.'

/** The sound in a WAV file and the words of its LIST. @throws Unreadable for other codecs than PCM */
export function readSound(source: Source): Sound {
  let format: Buffer | undefined
  let data: Chunk | undefined
  const words: Words = {}
  for (const chunk of chunksOf(source)) {
    if (chunk.name === 'fmt ') format ??= Buffer.from(source.bytes(chunk.from, Math.min(40, chunk.to - chunk.from)))
    if (chunk.name === 'data') data ??= chunk
    if (chunk.name === 'LIST') readList(source, chunk, words)
  }
  if (!format || !data) throw new Unreadable('This WAV file has no sound in it.')
  return { ...checked(format), data, words }
}

/** PCM of whole numbers is 1, of floating ones 3; 0xfffe says which of them further on. */
function checked(format: Buffer): Pick<Sound, 'format' | 'float' | 'rate' | 'block'> {
  if (format.length < 16) throw new Unreadable(damaged)
  const [first, channels, block, bits] = [0, 2, 12, 14].map((at) => format.readUInt16LE(at)) as [
    number,
    number,
    number,
    number,
  ]
  const [samples, rate] = [format.readUInt32LE(4), format.readUInt32LE(8)]
  if (first === 0xfffe && format.length < 40) throw new Unreadable(damaged)
  const kind = first === 0xfffe ? format.readUInt16LE(24) : first
  if (kind !== 1 && kind !== 3)
    throw new Unreadable(`This WAV file holds compressed sound, which not every browser plays. ${cure}`)
  const known = kind === 3 ? bits === 32 || bits === 64 : [8, 16, 24, 32].includes(bits)
  if (!known || channels < 1 || channels > 8 || samples < 4000 || samples > 384_000)
    throw new Unreadable(`This WAV file holds sound of a rare kind, which not every browser plays. ${cure}`)
  if (block !== (channels * bits) / 8 || rate !== samples * block) throw new Unreadable(damaged)
  if (first === 0xfffe) format.writeUInt16LE(22, 16)
  return { format: format.subarray(0, first === 0xfffe ? 40 : 16), float: kind === 3, rate, block }
}

function readList(source: Source, list: Chunk, words: Words): void {
  if (list.to - list.from < 4 || source.bytes(list.from, 4).toString('latin1') !== 'INFO') return
  for (let at = list.from + 4; at + 8 <= list.to; ) {
    const head = source.bytes(at, 8)
    const name = names[head.toString('latin1', 0, 4)]
    const length = head.readUInt32LE(4)
    if (at + 8 + length > list.to) return
    if (name) addWord(words, name, source.bytes(at + 8, Math.min(length, TEXT_BYTES)).toString('utf8'))
    at += 8 + length + (length % 2)
  }
}
