import { Unreadable } from '../clip'
import { cutOff, damaged, type Source } from '../source'

/** A box (ISO 14496-12): where it begins, where its content does, and where both end. */
export type Box = { type: string; at: number; from: number; to: number }

/** The box that begins here, whose length is not yet compared with anything; undefined where no whole head is. */
function headAt(source: Source, at: number, to: number): Box | undefined {
  if (at + 8 > to) return undefined
  const head = source.upTo(at, 16)
  const short = head.readUInt32BE(0)
  const type = head.toString('latin1', 4, 8)
  if (short !== 1) return { type, at, from: at + 8, to: short === 0 ? to : at + short }
  return head.length < 16 ? undefined : { type, at, from: at + 16, to: at + Number(head.readBigUInt64BE(8)) }
}

/** The boxes inside another; up to seven bytes behind the last one are padding. @throws Unreadable for one that does not fit */
export function* boxesIn(source: Source, { from, to }: Pick<Box, 'from' | 'to'>): Generator<Box> {
  for (let box = headAt(source, from, to); box; box = headAt(source, box.to, to)) {
    if (box.to < box.from || box.to > to) throw new Unreadable(damaged)
    yield box
  }
}

const outermost = 'ftyp moov mdat free skip wide uuid moof mfra sidx ssix styp meta udta pnot prft emsg pdin'.split(' ')

/** A file's boxes; whatever begins none of the known ones and does not fit is another kind of file behind this one's end. */
export function* outerBoxes(source: Source): Generator<Box> {
  for (let box = headAt(source, 0, source.size); box; box = headAt(source, box.to, source.size)) {
    const fits = box.to >= box.from && box.to <= source.size
    if (!fits && !outermost.includes(box.type)) return
    if (!fits) throw new Unreadable(box.to < box.from ? damaged : cutOff)
    yield box
  }
}

/** The first box at the end of this path of types. */
export function findBox(source: Source, outer: Pick<Box, 'from' | 'to'>, ...path: string[]): Box | undefined {
  const [type, ...rest] = path
  for (const box of boxesIn(source, outer))
    if (box.type === type) return rest.length ? findBox(source, box, ...rest) : box
  return undefined
}

export function needBox(source: Source, outer: Box, ...path: string[]): Box {
  const box = findBox(source, outer, ...path)
  if (!box) throw new Unreadable(damaged)
  return box
}

/** A box's content, or as much of it as asked for. @throws Unreadable for a shorter one */
export function contentOf(source: Source, box: Box, length = box.to - box.from): Buffer {
  if (box.from + length > box.to) throw new Unreadable(damaged)
  return source.bytes(box.from, length)
}
