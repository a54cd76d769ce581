export type Piece = { kind: 'same' | 'ins' | 'del'; text: string }

/** Above this product of lengths the middle is shown as replaced whole; a table of that size would hold up typing. */
const largest = 400_000

/**
 * What changed between two texts, word by word; `same` and `ins` pieces joined give the new text, `same` and `del` the old.
 * Longest common subsequence over words, after cutting off the common ends: O(n·m) time and memory on the middle.
 */
export function wordDiff(was: string, is: string): Piece[] {
  const a = tokens(was)
  const b = tokens(is)
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1
  let end = 0
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1
  const pieces: Piece[] = [
    ...a.slice(0, start).map((text): Piece => ({ kind: 'same', text })),
    ...middle(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...a.slice(a.length - end).map((text): Piece => ({ kind: 'same', text })),
  ]
  return joined(pieces)
}

const tokens = (text: string) => text.match(/\s+|[^\s]+/gu) ?? []

function middle(a: string[], b: string[]): Piece[] {
  if (a.length * b.length > largest)
    return [
      { kind: 'del', text: a.join('') },
      { kind: 'ins', text: b.join('') },
    ]
  const length = lengths(a, b)
  const pieces: Piece[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      pieces.push({ kind: 'same', text: a[i++]! })
      j++
    } else if (j >= b.length || (i < a.length && length[i + 1]![j]! >= length[i]![j + 1]!))
      pieces.push({ kind: 'del', text: a[i++]! })
    else pieces.push({ kind: 'ins', text: b[j++]! })
  }
  return pieces
}

/** `lengths[i][j]`: of the longest common subsequence of `a` from i on and `b` from j on. */
function lengths(a: string[], b: string[]): Uint32Array[] {
  const table = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      table[i]![j] = a[i] === b[j] ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!)
  return table
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
