import { type Read, Unreadable } from '../clip'
import type { Source } from '../source'
import type { Words } from '../words'
import { type Frame, frameOf, goesOn, LONGEST_FRAME } from './frame'
import { findSound } from './tags'
import { readId3 } from './words'

/** In bytes: how far the first frame may be from where the sound should begin, and how much is looked at for a length. */
const NEAR = 64 * 1024

/** So many frames one behind another are no accident. */
const SURE = 3

const noFrames = 'This is not an MP3 file, or a damaged one. Export it as MP3 anew.'

export function readMp3(source: Source): Read {
  const { from, to, tags } = findSound(source)
  const words: Words = {}
  for (const tag of tags) readId3(source, tag, words)
  const start = firstFrame(source, from, to)
  const frames = framesFrom(source, start, to)
  return { format: 'mp3', seconds: secondsOf(source, start, to, frames), codecs: ['mp3'], ...words }
}

/** Where the first frame is. @throws Unreadable for other layers, AAC, and what has no frames */
export function firstFrame(source: Source, from: number, to: number): number {
  const head = source.upTo(from, 4)
  const isMpeg = head.length === 4 && head[0] === 0xff && (head[1]! & 0xe0) === 0xe0 && head[2]! < 0xf0
  const layer = isMpeg ? (head[1]! >> 1) & 3 : undefined
  // Behind a tag a few damaged bytes are common; a file that begins with anything else is no MP3.
  const far = Math.min(from > 0 ? NEAR : LONGEST_FRAME, to - from)
  const near = source.upTo(from, Math.min(far + SURE * LONGEST_FRAME, to - from))
  for (let at = near.indexOf(0xff); at >= 0 && at < far; at = near.indexOf(0xff, at + 1))
    if (isSure(near, at)) return from + at
  if (layer === 0) throw new Unreadable('This is AAC sound without a container. Export it as M4A or MP3.')
  if (layer === 2 || layer === 3)
    throw new Unreadable('This is MPEG sound of Layer I or II, which not every browser plays. Export it as MP3.')
  throw new Unreadable(noFrames)
}

function isSure(bytes: Buffer, from: number): boolean {
  let at = from
  let first: Frame | undefined
  for (let count = 0; count < SURE; count++) {
    const frame = frameOf(bytes.subarray(at, at + 4))
    first ??= frame
    if (!frame || !first || !goesOn(first, frame) || at + frame.length > bytes.length) return false
    at += frame.length
  }
  return true
}

/** The frames one behind another from here on, as far as they are near. */
function framesFrom(source: Source, start: number, to: number): Frame[] {
  const frames: Frame[] = []
  for (let at = start; at + 4 <= to && at < start + NEAR; ) {
    const frame = frameOf(source.bytes(at, 4))
    if (!frame || at + frame.length > to || (frames[0] && !goesOn(frames[0], frame))) break
    frames.push(frame)
    at += frame.length
  }
  return frames
}

/** By the table that encoders write into a first frame, if it can be true; else by what the first frames take. */
function secondsOf(source: Source, start: number, to: number, frames: Frame[]): number {
  const [first] = frames as [Frame]
  const counted = countOf(source, start, first)
  const seconds = (counted * first.samples) / first.rate
  const bits = ((to - start) * 8) / seconds
  if (counted > 0 && bits >= 7000 && bits <= 340_000) return seconds
  const sum = frames.reduce((all, frame) => all + frame.length, 0)
  return (((to - start) / sum) * frames.length * first.samples) / first.rate
}

/** How many frames the first one says there are (Xing, Info, VBRI); 0 when it does not. */
function countOf(source: Source, start: number, first: Frame): number {
  const frame = source.bytes(start, first.length)
  const side = first.version === 1 ? (first.mono ? 17 : 32) : first.mono ? 9 : 17
  const sign = (at: number) => (at + 18 <= frame.length ? frame.toString('latin1', at, at + 4) : '')
  const xing = 4 + side
  if (['Xing', 'Info'].includes(sign(xing))) return frame[xing + 7]! & 1 ? frame.readUInt32BE(xing + 8) : 0
  return sign(36) === 'VBRI' ? frame.readUInt32BE(36 + 14) : 0
}
