/** `length` symbols from `second` are the same as those from `first`, which ends before `second` begins. */
export type Run = { first: number; second: number; length: number }

/**
 * Every second copy in a sequence, longest first; copies never overlap, and the first occurrence of a symbol is in none.
 * @param symbols equal numbers are equal things
 * @param accept whether a run is worth telling; what it refuses stays free for others
 * Suffix automaton (Blumer et al., 1985) walked with two pointers: O(n) but for the final sort.
 */
export function repeatedRuns(symbols: readonly number[], accept: (run: Run) => boolean): Run[] {
  const taken = new Uint8Array(symbols.length)
  const runs: Run[] = []
  for (const run of candidates(symbols).sort((a, b) => b.length - a.length || a.second - b.second)) {
    for (const piece of freePieces(run, taken)) {
      if (!accept(piece)) continue
      taken.fill(1, piece.second, piece.second + piece.length)
      runs.push(piece)
    }
  }
  return runs
}

function* freePieces({ first, second, length }: Run, taken: Uint8Array): Generator<Run> {
  for (let at = 0; at < length; at++) {
    if (taken[second + at]) continue
    const from = at
    while (at < length && !taken[second + at]) at++
    yield { first: first + from, second: second + from, length: at - from }
  }
}

/** For each place the longest run that stood wholly before it, unless it is the rest of the run one place earlier. */
function candidates(symbols: readonly number[]): Run[] {
  const { next, size, link, end } = automaton(symbols)
  const found: Run[] = []
  let state = 0
  let length = 0
  for (let at = 0, before = 0; at < symbols.length; at++) {
    for (
      let to = next[state]!.get(symbols[at + length]!);
      to !== undefined && end[to]! < at;
      to = next[state]!.get(symbols[at + length]!)
    ) {
      state = to
      length++
    }
    if (length > 0 && length > before - 1) found.push({ first: end[state]! - length + 1, second: at, length })
    before = length
    if (length > 0 && --length <= size[link[state]!]!) state = link[state]!
  }
  return found
}

/** States of the suffix automaton: transitions, longest string, suffix link, and where its first occurrence ends. */
function automaton(symbols: readonly number[]) {
  const next: Map<number, number>[] = [new Map()]
  const size = [0]
  const link = [-1]
  const end = [-1]
  let last = 0
  symbols.forEach((symbol, at) => {
    const state = next.push(new Map()) - 1
    size[state] = size[last]! + 1
    end[state] = at
    let from = last
    for (; from >= 0 && !next[from]!.has(symbol); from = link[from]!) next[from]!.set(symbol, state)
    const to = from < 0 ? 0 : next[from]!.get(symbol)!
    if (from < 0 || size[to] === size[from]! + 1) link[state] = to
    else {
      const clone = next.push(new Map(next[to])) - 1
      size[clone] = size[from]! + 1
      link[clone] = link[to]!
      end[clone] = end[to]!
      link[to] = link[state] = clone
      for (; from >= 0 && next[from]!.get(symbol) === to; from = link[from]!) next[from]!.set(symbol, clone)
    }
    last = state
  })
  return { next, size, link: link.map((to) => Math.max(to, 0)), end }
}
