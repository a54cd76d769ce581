import { longestRun } from './longest-run'

/** What became of each of two lists' members: `from` is where one stood that has moved, `to` where it stands now. */
export type Pair<Was, Is = Was> =
  | { kind: 'both' | 'from' | 'to'; was: Was; is: Is }
  | { kind: 'removed'; was: Was }
  | { kind: 'added'; is: Is }

/**
 * Two lists with ids side by side. Of the members that both have, the longest run in one order stays; the others have
 * moved. What went stands before what came in its place. `both`, `from` and `removed` give the older list, `both`, `to`
 * and `added` the newer one, each in its order. An id that occurs twice is paired by occurrence.
 */
export function align<Was, Is = Was>(
  was: readonly Was[],
  is: readonly Is[],
  idOfWas: (one: Was) => string,
  idOfIs: (one: Is) => string,
): Pair<Was, Is>[] {
  const places = new Map(keysOf(was, idOfWas).map((key, at) => [key, at]))
  const wasAt = keysOf(is, idOfIs).map((key) => places.get(key))
  const isAt = new Map(wasAt.flatMap((at, index) => (at === undefined ? [] : [[at, index] as const])))
  const staying = longestRun(wasAt)
  const pairs: Pair<Was, Is>[] = []
  let [i, j] = [0, 0]
  const until = (endWas: number, endIs: number) => {
    for (; i < endWas; i += 1) {
      const to = isAt.get(i)
      pairs.push(to === undefined ? { kind: 'removed', was: was[i]! } : { kind: 'from', was: was[i]!, is: is[to]! })
    }
    for (; j < endIs; j += 1) {
      const from = wasAt[j]
      pairs.push(from === undefined ? { kind: 'added', is: is[j]! } : { kind: 'to', was: was[from]!, is: is[j]! })
    }
  }
  for (const index of staying) {
    until(wasAt[index]!, index)
    pairs.push({ kind: 'both', was: was[i++]!, is: is[j++]! })
  }
  until(was.length, is.length)
  return pairs
}

function keysOf<T>(list: readonly T[], idOf: (one: T) => string): string[] {
  const seen = new Map<string, number>()
  return list.map((one) => {
    const id = idOf(one)
    const count = (seen.get(id) ?? 0) + 1
    seen.set(id, count)
    return `${count} ${id}`
  })
}
