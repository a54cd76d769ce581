import type { Source } from '../source'
import { type Frame, frameOf, goesOn, LONGEST_FRAME } from './frame'
import { firstFrame } from './read'
import { findSound } from './tags'

/** The frames, the one with the encoder's table among them, and nothing that stands before, between or behind them. */
export function* stripMp3(source: Source): Generator<Buffer> {
  const { from, to } = findSound(source)
  const start = firstFrame(source, from, to)
  const stream = frameOf(source.bytes(start, 4))!
  let rest: Buffer = Buffer.alloc(0)
  let inStep = true
  for (const step of source.stream(start, to)) {
    const bytes = Buffer.concat([rest, step])
    const found = framesIn(bytes, bytes.length - 2 * LONGEST_FRAME, stream, inStep)
    yield* found.runs
    inStep = found.inStep
    rest = bytes.subarray(found.end)
  }
  yield* framesIn(rest, rest.length, stream, inStep).runs
}

/**
 * The runs of frames that begin before `end`.
 * @param before whether what came before was a frame: where it was not, one head alone may be an accident
 * @returns with the place up to which all was looked at
 */
function framesIn(bytes: Buffer, end: number, stream: Frame, before: boolean) {
  const at = (place: number) => {
    const frame = frameOf(bytes.subarray(place, place + 4))
    return frame && goesOn(stream, frame) && place + frame.length <= bytes.length ? frame : undefined
  }
  const runs: Buffer[] = []
  let inStep = before
  let from = 0
  let place = 0
  while (place < end) {
    const frame = at(place)
    if (frame && (inStep || at(place + frame.length))) {
      inStep = true
      place += frame.length
      continue
    }
    if (place > from) runs.push(bytes.subarray(from, place))
    inStep = false
    const next = bytes.indexOf(0xff, place + 1)
    place = next < 0 || next > end ? end : next
    from = place
  }
  if (place > from) runs.push(bytes.subarray(from, place))
  return { runs, end: place, inStep }
}
