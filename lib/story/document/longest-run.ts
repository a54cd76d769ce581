/**
 * Places of the longest rising run among numbers that are partly missing: what may stay where it is when the rest is put
 * in order. Patience sorting: O(n log n) time, O(n) memory (Fredman, 1975).
 * @returns indices into `numbers`, rising
 */
export function longestRun(numbers: readonly (number | undefined)[]): number[] {
  const tops: number[] = []
  const before: number[] = []
  for (const [index, number] of numbers.entries()) {
    if (number === undefined) continue
    let low = 0
    let high = tops.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (numbers[tops[middle]!]! < number) low = middle + 1
      else high = middle
    }
    before[index] = tops[low - 1] ?? -1
    tops[low] = index
  }
  const run: number[] = []
  for (let index = tops.at(-1) ?? -1; index >= 0; index = before[index]!) run.unshift(index)
  return run
}
