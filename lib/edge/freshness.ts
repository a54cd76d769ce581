import { within } from '#lib/deadline'
import { head, headInTurn } from '#lib/publication/head'
import { listKeysAfter } from '#lib/publication/queries'

/** As many acts at once, or more (an import): all pages go, which costs less than telling them apart. */
const MANY = 500

/** Keys of which it is known when they were touched last; renders under way ask for those of the last seconds. */
const KNOWN = 100_000

/** Milliseconds until the log is read anew, on another connection. */
const PATIENCE = 2000

export type Freshness = {
  /** Whether every act that this process can know of has been applied; cheap, for a request that arrives. */
  isCurrent(): boolean
  /** Applies the acts that have come, at least those up to a position. */
  catchUp(least?: number): Promise<void>
  /** Whether something that is made of `keys` has changed since a position of the log, as far as acts are applied. */
  hasChangedSince(position: number, keys: ReadonlySet<string>): boolean
}

/**
 * Keeps what is stored true: reads the publication log as it grows, and has what each act touched thrown away.
 * @param evict throws away what is made of one of the keys; without keys, everything
 * @param position of the log, after which acts are applied
 */
export function makeFreshness(evict: (keys?: string[]) => void, position: number): Freshness {
  let applied = position
  /** Where in the log each key was touched last, in that order; what was before `from` is no longer known. */
  const touched = new Map<string, number>()
  let from = position
  let reading: Promise<void> | undefined

  async function read(wanted: number) {
    const acts = await within(PATIENCE, listKeysAfter(applied, MANY), 'The publication log')
    // None: the log is shorter than it was said to be (a database brought back from a copy), so nothing is certain.
    if (acts.length === MANY || !acts.length) return forget(Math.max(wanted, acts.at(-1)?.seq ?? 0))
    for (const { seq, keys } of acts) {
      evict(keys)
      for (const key of keys) {
        touched.delete(key)
        touched.set(key, seq)
      }
      applied = seq
    }
    if (touched.size > KNOWN) forgetHalf()
  }

  function forget(at: number) {
    evict()
    touched.clear()
    applied = Math.max(applied, at)
    from = applied
  }

  function forgetHalf() {
    for (const [key, seq] of touched) {
      if (touched.size <= KNOWN / 2) break
      touched.delete(key)
      from = seq
    }
  }

  return {
    isCurrent: () => headInTurn() <= applied,
    async catchUp(least = 0) {
      const wanted = Math.max(head(), least)
      while (applied < wanted) {
        reading ??= read(wanted).finally(() => {
          reading = undefined
        })
        await reading
      }
    },
    hasChangedSince(position, keys) {
      if (position >= applied) return false
      if (position < from) return true
      for (const key of keys) if ((touched.get(key) ?? 0) > position) return true
      return false
    },
  }
}
