export type Piece = { kind: 'same' | 'ins' | 'del'; text: string }

/**
 * With more words changed than this the middle is shown as replaced whole: to look further would hold up typing, and of a
 * text that is mostly another no word is worth pointing out.
 */
const mostOf = (words: number) => Math.min(600, Math.max(60, words * 0.4))

/**
 * What changed between two texts, word by word; `same` and `ins` pieces joined give the new text, `same` and `del` the old.
 * Shortest edit script over words, after cutting off the common ends: O(n·d) time, O(d²) memory for d changed words
 * (Myers, 1986).
 */
export function wordDiff(was: string, is: string): Piece[] {
  if (was === is) return was ? [{ kind: 'same', text: was }] : []
  const a = tokens(was)
  const b = tokens(is)
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1
  let end = 0
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1
  const pieces: Piece[] = [
    { kind: 'same', text: a.slice(0, start).join('') },
    ...middle(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    { kind: 'same', text: a.slice(a.length - end).join('') },
  ]
  return joined(pieces)
}

const tokens = (text: string) => text.match(/\s+|[^\s]+/gu) ?? []

function middle(a: string[], b: string[]): Piece[] {
  const trace = shortest(a, b)
  if (!trace)
    return [
      { kind: 'del', text: a.join('') },
      { kind: 'ins', text: b.join('') },
    ]
  const pieces: Piece[] = []
  let [x, y] = [a.length, b.length]
  for (let d = trace.length - 1; d >= 0; d -= 1) {
    const reach = trace[d]!
    const [k, at] = [x - y, d + 1]
    const down = k === -d || (k !== d && reach[k - 1 + at]! < reach[k + 1 + at]!)
    const from = d === 0 ? 0 : down ? reach[k + 1 + at]! : reach[k - 1 + at]! + 1
    for (; x > from; y -= 1) pieces.push({ kind: 'same', text: a[--x]! })
    if (d === 0) break
    if (down) pieces.push({ kind: 'ins', text: b[--y]! })
    else pieces.push({ kind: 'del', text: a[--x]! })
  }
  return pieces.reverse()
}

/**
 * How far each diagonal is reached with d - 1 changes, for d = 0, 1, 2 … until both ends are; diagonal k stands at
 * k + d + 1. Undefined when it takes too many changes.
 */
function shortest(a: string[], b: string[]): Int32Array[] | undefined {
  const trace: Int32Array[] = []
  const most = mostOf(a.length + b.length)
  let reach = new Int32Array(3)
  for (let d = 0; d <= most; d += 1) {
    trace.push(reach)
    const next = new Int32Array(2 * d + 5)
    for (let k = -d; k <= d; k += 2) {
      const at = k + d + 1
      const down = k === -d || (k !== d && reach[at - 1]! < reach[at + 1]!)
      let x = d === 0 ? 0 : down ? reach[at + 1]! : reach[at - 1]! + 1
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1
      next[at + 1] = x
      if (x >= a.length && x - k >= b.length) return trace
    }
    reach = next
  }
  return undefined
}

/** Neighbours of one kind become one piece; of two changes that touch, what went stands before what came. */
function joined(pieces: Piece[]): Piece[] {
  const runs: Piece[] = []
  let pending = { del: '', ins: '' }
  const flush = () => {
    if (pending.del) runs.push({ kind: 'del', text: pending.del })
    if (pending.ins) runs.push({ kind: 'ins', text: pending.ins })
    pending = { del: '', ins: '' }
  }
  for (const { kind, text } of pieces.filter((piece) => piece.text)) {
    if (kind !== 'same') {
      pending[kind] += text
      continue
    }
    flush()
    const last = runs.at(-1)
    if (last?.kind === 'same') last.text += text
    else runs.push({ kind, text })
  }
  flush()
  return runs
}
