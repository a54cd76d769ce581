import { head, headInTurn } from '#lib/publication/head'
import { listKeysAfter } from '#lib/publication/queries'

/** More acts than this at once (an import): all pages go, which costs less than telling them apart. */
const MANY = 500

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
  /** Where in the log each key was touched last; what is older than `from` is no longer known. */
  const touched = new Map<string, number>()
  let from = position
  let reading: Promise<void> | undefined

  async function read() {
    const acts = await listKeysAfter(applied, MANY)
    if (acts.length === MANY) return forget(head())
    for (const { seq, keys } of acts) {
      evict(keys)
      for (const key of keys) touched.set(key, seq)
      applied = seq
    }
    if (touched.size > 100_000) forget(applied)
  }

  function forget(at: number) {
    evict()
    touched.clear()
    applied = Math.max(applied, at)
    from = applied
  }

  return {
    isCurrent: () => headInTurn() <= applied,
    async catchUp(least = 0) {
      const wanted = Math.max(head(), least)
      while (applied < wanted) {
        reading ??= read().finally(() => {
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
