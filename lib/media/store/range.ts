import type { Range } from './store'

/** Which bytes of a file of `size` bytes a range means; undefined when none of them is there. */
export function resolveRange(range: Range, size: number): { from: number; to: number } | undefined {
  const from = 'last' in range ? Math.max(0, size - range.last) : range.from
  const to = 'last' in range ? size - 1 : Math.min(range.to ?? size - 1, size - 1)
  return from <= to ? { from, to } : undefined
}
