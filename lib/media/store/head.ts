import type { Shape, Sides } from './crop'

/** Width to height, between which a picture at the head of a story is left as it is. */
const [widest, highest] = [3, 0.66]

/**
 * The shape in which a picture stands at the head of a story: its own, as readers of a story see what was photographed,
 * not what fits a grid. Cameras' 3:2 and phones' 4:3 lose a sixth and a quarter in 16:9, which is kept for fronts, where
 * columns end together. Only a strip, which is lower on a phone than its headline, and what is higher than a screen are
 * cut, by the focus or as somebody has drawn it.
 * @param sides pixels of what the story shows of it
 */
export function headShape({ width, height }: Sides): Shape | 'whole' {
  const ratio = width / height
  if (ratio > widest) return '16:9'
  return ratio < highest ? '4:5' : 'whole'
}

/** From these ratios on it spans the page, or all but the start margin, and is still no higher than about 800 px there. */
const [spanning, reaching] = [1.45, 1.2]
/** Pixels below which a picture that is wider than the text would be blurred. */
const sharp = 960

/** Where it stands over the text: across the page, past the start margin, or in the column. @param sides of what stands there */
export function headPlace({ width, height }: Sides): 'page' | 'beyond' | 'column' {
  const ratio = width / height
  if (width < sharp || ratio < reaching) return 'column'
  return ratio < spanning ? 'beyond' : 'page'
}
