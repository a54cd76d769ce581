import type { Block, ListItem, Text } from '#lib/story/document/nodes'

/** Blocks as lines that a test can hold against others: kind, then words with their marks, what is inside indented. */
export function outline(blocks: readonly (Block | ListItem)[], indent = ''): string[] {
  return blocks.flatMap((block) => {
    const { type, attrs } = block
    const { id: _, ...rest } = attrs as Record<string, unknown>
    const said = Object.entries(rest).filter(([, value]) => value !== '')
    const head = [indent + type, ...said.map(([name, value]) => `${name}=${value}`)].join(' ')
    const content = ('content' in block && block.content) || []
    if (content[0]?.type === 'text') return [`${head}: ${(content as Text[]).map(marked).join('')}`]
    return [head, ...outline(content as Block[], `${indent}  `)]
  })
}

const signs = { bold: '*', italic: '_' }

const marked = ({ text, marks = [] }: Text) =>
  marks.reduce(
    (words, mark) =>
      mark.type === 'link' ? `[${words}](${mark.attrs.href})` : signs[mark.type] + words + signs[mark.type],
    text,
  )
