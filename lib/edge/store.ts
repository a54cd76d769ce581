import { type Keepable, makeShelf } from './shelf'

export type StoreOptions = {
  /** For pages. */
  bytes?: number
  /** For answers at addresses of which there is no end. */
  missingBytes?: number
}

export type Counters = ReturnType<ReturnType<typeof makeStore>['counters']>

const megabyte = 1024 * 1024

/**
 * Finished answers by address. Addresses that anybody can invent (what is not there, was withdrawn or leads elsewhere,
 * and all with a query: searches, further pages of lists) have a small shelf of their own, so that they never push out the paper's pages.
 */
export function makeStore<C extends Keepable = Keepable>({
  bytes = 64 * megabyte,
  missingBytes = 4 * megabyte,
}: StoreOptions) {
  const pages = makeShelf<C>(bytes)
  const invented = makeShelf<C>(missingBytes)
  const both = [pages, invented]
  let evictions = 0

  return {
    /** @param now in ms */
    get(address: string, now: number): C | undefined {
      return pages.get(address, now) ?? invented.get(address, now)
    },

    /** @returns false for a copy that must not be kept, or is too large */
    put(address: string, copy: C): boolean {
      const [shelf, other] = isEndless(address, copy) ? [invented, pages] : [pages, invented]
      other.remove(address)
      return shelf.put(address, copy)
    },

    /** Takes out all that is made of one of these keys. @returns how many copies went */
    evict(keys: Iterable<string>): number {
      const all = [...keys]
      const count = both.reduce((sum, shelf) => sum + shelf.evict(all), 0)
      evictions += count
      return count
    },

    clear() {
      for (const shelf of both) evictions += shelf.clear()
    },

    /** `evictions` went because something was published, `displaced` for want of room. */
    counters() {
      const [first, second] = [pages.state(), invented.state()]
      return {
        evictions,
        displaced: first.displaced + second.displaced,
        copies: first.copies + second.copies,
        keys: first.keys + second.keys,
        bytes: first.bytes + second.bytes,
      }
    },
  }
}

const isEndless = (address: string, { status }: Keepable) => status !== 200 || address.includes('?')
