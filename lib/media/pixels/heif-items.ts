import { boxesIn } from './boxes'
import { ensureFew } from './limits'

type Sides = { width: number; height: number }
/** What a decoder has to decode for an item: pixels, in so many pieces. */
type Decoded = { pixels: number; tiles: number }

const mostItems = 2000

/**
 * The items that an AVIF file describes: how large each says it is, and which are made of which.
 * @param description what is in the file's `meta` box
 */
export function itemsOf(description: Buffer) {
  const parts = new Map([...boxesIn(description)].map(({ name, body }) => [name, body]))
  const properties = new Map([...boxesIn(parts.get('iprp') ?? Buffer.alloc(0))].map(({ name, body }) => [name, body]))
  const sides = sidesOf(properties.get('ipco'), properties.get('ipma'))
  const madeOf = referencesOf(parts.get('iref'))
  const known = new Map<number, Decoded>()
  function pixelsOf(id: number): Decoded {
    const seen = known.get(id)
    if (seen) return seen
    // Whoever is made of itself is never done.
    known.set(id, { pixels: Number.POSITIVE_INFINITY, tiles: 1 })
    const pieces = madeOf.get(id)?.map(pixelsOf)
    const own = sides.get(id)
    const made = pieces
      ? pieces.reduce((sum, one) => ({ pixels: sum.pixels + one.pixels, tiles: sum.tiles + one.tiles }), none)
      : { pixels: own ? own.width * own.height : 0, tiles: 1 }
    known.set(id, made)
    return made
  }
  return { primary: sides.get(primaryOf(parts.get('pitm'))), ids: [...sides.keys(), ...madeOf.keys()], pixelsOf }
}

const none: Decoded = { pixels: 0, tiles: 0 }

const primaryOf = (body: Buffer | undefined) =>
  body ? (body[0] === 0 ? body.readUInt16BE(4) : body.readUInt32BE(4)) : -1

/** Items' sides: properties stand in one list, and another says which item has which, counted from one. */
function sidesOf(list: Buffer | undefined, owners: Buffer | undefined): Map<number, Sides> {
  const sides = new Map<number, Sides>()
  if (!list || !owners) return sides
  const all = [...boxesIn(list)].map(({ name, body }) =>
    name === 'ispe' ? { width: body.readUInt32BE(4), height: body.readUInt32BE(8) } : undefined,
  )
  const longIds = owners[0] !== 0
  const longPlaces = ((owners[3] ?? 0) & 1) === 1
  const count = owners.readUInt32BE(4)
  ensureFew(count, mostItems, 'items')
  let at = 8
  for (let item = 0; item < count; item += 1) {
    const id = longIds ? owners.readUInt32BE(at) : owners.readUInt16BE(at)
    at += longIds ? 4 : 2
    for (let left = owners.readUInt8(at++); left > 0; left -= 1) {
      const place = longPlaces ? owners.readUInt16BE(at) & 0x7fff : owners.readUInt8(at) & 0x7f
      at += longPlaces ? 2 : 1
      const found = all[place - 1]
      if (found) sides.set(id, found)
    }
  }
  return sides
}

/** Which items are derived from which (`dimg`), as a picture from its tiles. */
function referencesOf(body: Buffer | undefined): Map<number, number[]> {
  const madeOf = new Map<number, number[]>()
  if (!body) return madeOf
  const size = body[0] === 0 ? 2 : 4
  for (const { name, body: one } of boxesIn(body.subarray(4))) {
    if (name !== 'dimg') continue
    const count = one.readUInt16BE(size)
    ensureFew(count, mostItems, 'tiles')
    const from = one.readUIntBE(0, size)
    madeOf.set(from, [
      ...(madeOf.get(from) ?? []),
      ...Array.from({ length: count }, (_, i) => one.readUIntBE(size + 2 + i * size, size)),
    ])
    ensureFew(madeOf.size, mostItems, 'items')
  }
  return madeOf
}
