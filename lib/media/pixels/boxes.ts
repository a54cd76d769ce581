import type { Bytes } from './bytes'

/** A part of a file in ISO's base format: `head` bytes of `length` are its own. */
export type Box = { name: string; head: number; length: number }

/** The head of the box that stands here; undefined where there is none. */
export async function headOf(bytes: Bytes, at: number): Promise<Box | undefined> {
  return boxAt(await bytes.read(at, 16), bytes.size - at)
}

/** The boxes that lie in these bytes, one after another, with what is in them. */
export function* boxesIn(bytes: Buffer): Generator<{ name: string; body: Buffer }> {
  for (let at = 0; at < bytes.length; ) {
    const box = boxAt(bytes.subarray(at), bytes.length - at)
    if (!box) return
    yield { name: box.name, body: bytes.subarray(at + box.head, at + box.length) }
    at += box.length
  }
}

/** @param rest how many bytes there are from here on: a box without a length of its own takes them all */
function boxAt(bytes: Buffer, rest: number): Box | undefined {
  if (bytes.length < 8) return undefined
  const said = bytes.readUInt32BE(0)
  const name = bytes.toString('latin1', 4, 8)
  if (said === 1) {
    const long = bytes.length < 16 ? 0 : Number(bytes.readBigUInt64BE(8))
    return long < 16 ? undefined : { name, head: 16, length: long }
  }
  if (said === 0) return { name, head: 8, length: rest }
  return said < 8 ? undefined : { name, head: 8, length: said }
}
