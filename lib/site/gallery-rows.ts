/**
 * How many pictures stand side by side in each row of a gallery: the first alone, as large as the column, then threes,
 * and twos where threes do not come out even. Two stand side by side.
 */
export function galleryRows(count: number): (1 | 2 | 3)[] {
  if (count < 1) return []
  if (count <= 2) return [count as 1 | 2]
  const rest = count - 1
  const twos = rest % 3 === 0 ? 0 : rest % 3 === 2 ? 1 : 2
  return [1, ...Array<2>(twos).fill(2), ...Array<3>((rest - twos * 2) / 3).fill(3)]
}
