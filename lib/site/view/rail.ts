import type { Block, Body } from '#lib/story/document/nodes'
import { inlineText } from '#lib/story/document/text'

/** Signs in a line of the text, and lines as high as the rail's title and as one of its headlines. */
const inLine = 64
const title = 2
const headline = 4

/**
 * Pictures that would reach into the end margin where other headlines stand in it: they keep to the column.
 * @param headlines how many stand there
 */
export function besideRail({ content }: Body, headlines: number): Set<Block> {
  if (!headlines) return new Set()
  let left = title + headlines * headline
  return new Set(
    content.filter((block) => {
      if (left <= 0) return false
      left -= block.type === 'paragraph' ? Math.ceil(inlineText(block.content).length / inLine) + 0.5 : 2
      return block.type === 'image'
    }),
  )
}
