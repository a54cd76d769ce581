import { chainHash, type Entry } from './chain'

export type Link = Entry & { hash: string }

/** A place up to which a chain is known: number and hash of an entry that may itself be gone. */
export type Known = { seq: number; hash: string }

/** What is wrong with a chain: entries edited, put in, taken out, or its end cut off. Both numbers belong to it. */
export type Break = { kind: 'edited' | 'inserted' | 'deleted' | 'cut'; from: number; to: number }

/** How many entries may be missing where the rest was numbered anew, for the break to be told as that. */
const furthest = 1000

/**
 * Checks a chain link by link, in order of their numbers, with one link ahead: what comes after tells an edited entry
 * from one that was put in, and from a gap that was closed by numbering the rest anew.
 * @param from where it begins: behind a checkpoint, or before the first entry
 * @param heads ends that were noted as the chain grew, in whatever order
 */
export function makeWalk(key: Buffer, from: Known, heads: readonly Known[]) {
  const breaks: Break[] = []
  const noted = new Map(heads.map((head) => [head.seq, head.hash]))
  let { seq: place, hash: previous } = from
  /** What stored numbers are more than those that entries were given. */
  let shift = 0
  let ahead: Link | undefined

  const found = (kind: Break['kind'], first: number, last = first) => breaks.push({ kind, from: first, to: last })
  const follows = (hash: string, link: Link, seq: number) => chainHash(key, hash, { ...link, seq }) === link.hash
  const accept = (link: Link) => {
    place = link.seq - shift
    previous = link.hash
    const head = noted.get(place)
    if (head !== undefined && head !== link.hash) found('cut', place)
  }

  function check(link: Link, next: Link | undefined) {
    const gap = link.seq - shift - place - 1
    if (gap < 0) return found('inserted', link.seq)
    if (gap > 0) {
      found('deleted', place + 1, place + gap)
      return accept(link)
    }
    if (follows(previous, link, place + 1)) return accept(link)
    if (next && follows(previous, next, place + 1)) {
      found('inserted', link.seq)
      shift += next.seq - link.seq
      return
    }
    const missing = next ? numberedAnew(link, next) : 0
    if (missing) found('deleted', place + 1, place + missing)
    else found('edited', link.seq)
    shift -= missing
    accept(link)
  }

  function numberedAnew(link: Link, next: Link): number {
    for (let missing = 0; missing <= furthest; missing += 1)
      if (follows(link.hash, next, next.seq - shift + missing)) return missing
    return 0
  }

  return {
    take(links: Iterable<Link>) {
      for (const link of links) {
        if (ahead) check(ahead, link)
        ahead = link
      }
    },
    /** @returns all breaks, in order */
    end(): Break[] {
      if (ahead) check(ahead, undefined)
      ahead = undefined
      const last = Math.max(place, ...heads.map((head) => head.seq))
      if (last > place) found('cut', place + 1, last)
      return breaks
    },
  }
}
