import { Unreadable } from '../clip'
import { damaged, type Source } from '../source'

/** An element of EBML (RFC 8794): where it begins, where its content does, and where both end; `open` when it does not say. */
export type Element = { id: number; at: number; from: number; to: number; open: boolean }

/** In bytes: an id of four and a size of eight. */
const HEAD = 12

/** The element that begins here, whose length is not yet compared with anything; undefined where none can. */
export function elementAt(source: Source, at: number, to: number): Element | undefined {
  const head = source.upTo(at, Math.min(HEAD, Math.max(0, to - at)))
  const idLength = Math.clz32(head[0] ?? 0) - 23
  const sizeLength = Math.clz32(head[idLength] ?? 0) - 23
  if (idLength > 4 || sizeLength > 8 || head.length < idLength + sizeLength) return undefined
  const id = head.readUIntBE(0, idLength)
  const from = at + idLength + sizeLength
  let size = head[idLength]! & (0xff >> sizeLength)
  let open = size === 0xff >> sizeLength
  for (const byte of head.subarray(idLength + 1, idLength + sizeLength)) {
    size = size * 256 + byte
    open &&= byte === 0xff
  }
  return { id, at, from, to: open ? to : from + size, open }
}

/** The elements inside another. @throws Unreadable for one that does not fit */
export function* elementsIn(source: Source, { from, to }: Pick<Element, 'from' | 'to'>): Generator<Element> {
  for (let at = from; at < to; ) {
    const element = elementAt(source, at, to)
    if (!element || element.open || element.to > to) throw new Unreadable(damaged)
    yield element
    at = element.to
  }
}

/** A whole number of up to eight bytes; those beyond 2^53 are rounded. */
export function numberIn(source: Source, { from, to }: Element): number {
  if (to - from > 8) throw new Unreadable(damaged)
  return source.bytes(from, to - from).reduce((sum, byte) => sum * 256 + byte, 0)
}

export function textIn(source: Source, { from, to }: Element, most = 64): string {
  return source
    .bytes(from, Math.min(to - from, most))
    .toString('utf8')
    .split('\0')[0]!
}
