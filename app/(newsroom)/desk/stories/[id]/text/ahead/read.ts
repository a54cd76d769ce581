import type { Part } from '#lib/story/document/parts'

/** A block that was written in, or the one the caret is in, before the editors were there. */
export type Ahead = {
  part: Part
  /** Of a block of the body. */
  id?: string
  was: string
  /** Lines of one block that was parted are parted by `\n`. */
  is: string
  /** Characters before the two ends of what is selected, its anchor first, where they are in this block. */
  caret?: [number, number]
}

const boxes = () => [...document.querySelectorAll<HTMLElement>('[data-ahead]')]

/** Whether something was typed that no editor has taken yet. */
export const owesAhead = () => boxes().some((box) => 'changed' in box.dataset)

/** Words that are still being composed. */
export const composesAhead = () => boxes().some((box) => 'composing' in box.dataset)

/** What was typed into the copies of the opening, block by block. */
export function readAhead(): Ahead[] {
  return boxes()
    .flatMap((box) => {
      const [opening, copy] = [box.previousElementSibling, box.querySelector(':scope > .ahead')]
      if (!opening || !copy) return []
      const part = box.dataset.ahead as Part
      if (part !== 'body') return [told({ part, was: opening.textContent, lines: [copy] })]
      const blocks: { id: string; lines: Element[] }[] = []
      for (const line of copy.querySelectorAll<HTMLElement>(':scope > :is([data-id], [data-new])'))
        if (line.dataset.id) blocks.push({ id: line.dataset.id, lines: [line] })
        else blocks.at(-1)?.lines.push(line)
      // All that the server made: what was composed over several blocks has left one of them.
      return [...opening.querySelectorAll<HTMLElement>(':scope > [data-id]')].map((block) => {
        const id = block.dataset.id ?? ''
        const lines = blocks.find((one) => one.id === id)?.lines ?? []
        return told({ part, id, was: block.textContent, lines })
      })
    })
    .filter(({ was, is, caret }) => was !== is || caret !== undefined)
}

function told({ lines, ...block }: Pick<Ahead, 'part' | 'id' | 'was'> & { lines: Element[] }): Ahead {
  const texts = lines.map((line) => line.textContent)
  const here = document.activeElement?.closest('[data-ahead]')
  const selection = here && getSelection()
  const before = (node: Node | null | undefined, offset = 0) => {
    const at = lines.findIndex((line) => node && line.contains(node))
    if (at < 0) return undefined
    const range = document.createRange()
    range.setStart(lines[at]!, 0)
    range.setEnd(node!, offset)
    return [...texts.slice(0, at), range.toString()].join('\n').length
  }
  const anchor = before(selection?.anchorNode, selection?.anchorOffset)
  const head = before(selection?.focusNode, selection?.focusOffset) ?? anchor
  const caret = anchor !== undefined && head !== undefined && { caret: [anchor, head] as [number, number] }
  return { ...block, is: texts.join('\n'), ...caret }
}
