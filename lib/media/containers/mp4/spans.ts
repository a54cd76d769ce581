import { Unreadable } from '../clip'
import { damaged } from '../source'
import type { Box } from './boxes'
import type { Chunks } from './samples'

/**
 * The parts of a file that some chunks cover, in order and without overlap, as they follow one another in a copy.
 * @property place where, from the copy's first byte on, an offset of the file comes to be
 */
export type Spans = { all: { from: number; to: number }[]; length: number; place: (offset: number) => number }

/** @throws Unreadable for chunks outside of the film's data */
export function spansOf(tracks: Chunks[], mdats: Box[]): Spans {
  const at = joined(tracks.map((track) => track.at))
  const length = joined(tracks.map((track) => track.length))
  const order = Uint32Array.from(at.keys()).sort((one, other) => at[one]! - at[other]!)
  const all: Spans['all'] = []
  for (const chunk of order) {
    const [from, to] = [at[chunk]!, at[chunk]! + length[chunk]!]
    const last = all.at(-1)
    if (from === to) continue
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else all.push({ from, to })
  }
  ensureInside(all, mdats)
  const places: number[] = []
  let sum = 0
  for (const { from, to } of all) {
    places.push(sum)
    sum += to - from
  }
  return { all, length: sum, place: (offset) => placeOf(all, places, offset) }
}

function joined(lists: Float64Array[]): Float64Array {
  const all = new Float64Array(lists.reduce((sum, list) => sum + list.length, 0))
  let at = 0
  for (const list of lists) {
    all.set(list, at)
    at += list.length
  }
  return all
}

/** Both are in the file's order. */
function ensureInside(spans: Spans['all'], mdats: Box[]): void {
  let index = 0
  for (const { from, to } of spans) {
    while (index < mdats.length && mdats[index]!.to < to) index++
    if (!mdats[index] || from < mdats[index]!.from) throw new Unreadable(damaged)
  }
}

/** An empty chunk may be anywhere; nothing is read there. */
function placeOf(all: Spans['all'], places: number[], offset: number): number {
  let [low, high] = [0, all.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (all[middle]!.from <= offset) low = middle + 1
    else high = middle
  }
  const span = all[low - 1]
  return span && offset < span.to ? places[low - 1]! + offset - span.from : 0
}
