import type { Bodies } from './compress'

/** What a shelf must know of what it keeps. */
export type Keepable = {
  status: number
  bodies: Bodies
  /** What it was made of. */
  keys: ReadonlySet<string>
  /** In ms: from then on the clock alone has made it wrong. 0: it must not be kept. */
  until: number
}

type Kept<C> = { copy: C; keys: string[]; bytes: number; turn: number }

/** What an entry with its headers, a key of one and a key in the index take beside their text, as measured, about. */
const perCopy = 2500
const perKey = 100
const perIndexed = 300

/**
 * Copies by address, within a budget: what was not asked for longest goes first. A Map keeps the order in which its
 * entries were set, so it is the list of the least recently used as well.
 */
export function makeShelf<C extends Keepable>(budget: number) {
  const kept = new Map<string, Kept<C>>()
  const addresses = new Map<string, Set<string>>()
  /** How many copies share a body: the page of what is not there is one for all addresses, and counts once. */
  const sharers = new Map<Bodies, number>()
  /** Moves with each put: what was asked for twice between two is as young as it was. */
  let turn = 0
  let bytes = 0
  let displaced = 0

  function get(address: string, now: number): C | undefined {
    const entry = kept.get(address)
    if (!entry) return undefined
    if (entry.copy.until <= now) return void remove(address)
    if (entry.turn !== turn) {
      entry.turn = turn
      kept.delete(address)
      kept.set(address, entry)
    }
    return entry.copy
  }

  /** @returns false when the copy must not be kept, or would take more than an eighth of all the room */
  function put(address: string, copy: C): boolean {
    remove(address)
    if (copy.until === 0) return false
    // A list of its own: the set may grow after this, and what is taken out must be what was put in.
    const keys = [...copy.keys]
    const own = sizeOf(address, keys)
    if (own + sizeOfBodies(copy.bodies) > budget / 8) return false
    turn += 1
    add(address, { copy, keys, bytes: own, turn })
    for (const oldest of kept.keys()) {
      if (bytes <= budget) break
      remove(oldest)
      displaced += 1
    }
    return true
  }

  function add(address: string, entry: Kept<C>) {
    kept.set(address, entry)
    for (const key of entry.keys) {
      const known = addresses.get(key)
      if (known) known.add(address)
      else {
        addresses.set(key, new Set([address]))
        bytes += perIndexed
      }
    }
    bytes += entry.bytes + share(entry.copy.bodies, 1)
  }

  function remove(address: string): boolean {
    const entry = kept.get(address)
    if (!entry) return false
    kept.delete(address)
    for (const key of entry.keys) {
      const known = addresses.get(key)
      known?.delete(address)
      if (known?.size !== 0) continue
      addresses.delete(key)
      bytes -= perIndexed
    }
    bytes -= entry.bytes + share(entry.copy.bodies, -1)
    return true
  }

  /** @returns the bytes that come or go with this copy: none while others hold the same body */
  function share(bodies: Bodies, more: 1 | -1): number {
    const count = (sharers.get(bodies) ?? 0) + more
    if (count) sharers.set(bodies, count)
    else sharers.delete(bodies)
    return count === (more === 1 ? 1 : 0) ? sizeOfBodies(bodies) : 0
  }

  /** Takes out all that is made of one of these. @returns how many copies went */
  function evict(keys: Iterable<string>): number {
    const gone = new Set<string>()
    for (const key of keys) for (const address of addresses.get(key) ?? []) gone.add(address)
    if (gone.size <= kept.size / 2) for (const address of gone) remove(address)
    else {
      // Most of all: to begin anew with the rest is the shorter way.
      const rest = [...kept].filter(([address]) => !gone.has(address))
      clear()
      for (const [address, entry] of rest) add(address, entry)
    }
    return gone.size
  }

  /** @returns how many copies went */
  function clear(): number {
    const count = kept.size
    for (const map of [kept, addresses, sharers]) map.clear()
    bytes = 0
    return count
  }

  const state = () => ({ copies: kept.size, keys: addresses.size, bytes, displaced })

  return { get, put, remove, evict, clear, state }
}

/** With the heads that they are sent with, as they stand in the same memory. */
const sizeOfBodies = ({ identity, gzip, br }: Bodies) =>
  identity.buffer.byteLength + (gzip?.buffer.byteLength ?? 0) + (br?.buffer.byteLength ?? 0)

function sizeOf(address: string, keys: string[]): number {
  let size = perCopy + 2 * address.length
  for (const key of keys) size += perKey + key.length
  return size
}
