import type { Read } from '../clip'
import type { Source } from '../source'
import { type Element, elementsIn, numberIn } from './element'
import { id } from './ids'
import { readLayout } from './layout'
import { partsOf } from './segment'

export function readWebm(source: Source): Read {
  const { segment, tracks, scale, duration, words } = readLayout(source)
  const pictures = tracks.find(({ picture }) => picture)
  const units = duration ?? lastTime(source, segment)
  return {
    format: 'webm',
    seconds: (units * scale) / 1e9,
    ...(pictures ? { width: pictures.width, height: pictures.height } : {}),
    codecs: tracks.flatMap(({ codec }) => codec ?? []),
    ...words,
  }
}

/** When the last block begins, in units of time: browsers record films that do not say how long they are. */
function lastTime(source: Source, segment: Element): number {
  let last: Element | undefined
  for (const part of partsOf(source, segment)) if (part.id === id.cluster) last = part
  let [start, latest] = [0, 0]
  for (const part of elementsIn(source, last ?? { from: 0, to: 0 })) {
    if (part.id === id.timestamp) start = numberIn(source, part)
    if (part.id === id.simpleBlock) latest = Math.max(latest, timeOf(source, part))
    if (part.id !== id.blockGroup) continue
    for (const inner of elementsIn(source, part))
      if (inner.id === id.block) latest = Math.max(latest, timeOf(source, inner))
  }
  return start + latest
}

/** A block's time after its cluster's, behind the number of its track. */
function timeOf(source: Source, { from, to }: Element): number {
  const head = source.bytes(from, Math.min(10, to - from))
  const length = Math.clz32(head[0] ?? 0) - 23
  return head.length >= length + 2 ? head.readInt16BE(length) : 0
}
