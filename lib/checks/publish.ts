import type { Known } from '#lib/media/known'
import { MOST_MEDIA, showsTooMuch } from '#lib/story/document/media-uses'
import type { Block, FactBox, List, ListItem, MediaUse, StoryDocument, Table } from '#lib/story/document/nodes'
import { columnsOf, isRagged } from '#lib/story/document/table'
import { blockText, bodyText, inlineText } from '#lib/story/document/text'

import { mediaFaults } from './media'

export type Problem = {
  /** Names the check; the same for every block that fails it. */
  id: string
  /** `must`: no publication before it is mended; `advice`: an editor may leave it. */
  level: 'must' | 'advice'
  message: string
  /** The block's id, when it is one block's. */
  block?: string
}

export type Checked = Omit<StoryDocument, 'schema'> & {
  slug: string
  sectionId: string | null
  people: readonly string[]
  main: MediaUse | null
  /** What it uses of the library, by id; undefined while that is not known yet. */
  library?: ReadonlyMap<string, Known>
}

/**
 * What stands between a story and its publication, must-fix first, then in the order of the document.
 * @param now by which the time of pictures is told
 */
export function findProblems(story: Checked, now = new Date()): Problem[] {
  const ofBlocks = [
    ...story.body.content.flatMap(blockProblems),
    ...mediaFaults(story, now).map(({ check, ...problem }) => ({ id: check, ...problem })),
  ]
  const whole = storyProblems(story)
  // Of a story without text it says nothing that its paragraphs are empty.
  const blank = whole.some(({ id }) => id === 'text')
  const problems = [...whole, ...ofBlocks.filter(({ id }) => !blank || id !== 'empty-paragraph')]
  return [...problems.filter(isMust), ...problems.filter((problem) => !isMust(problem))]
}

export const isMust = (problem: Problem) => problem.level === 'must'

function storyProblems({ headline, standfirst, body, slug, sectionId, people, main }: Checked): Problem[] {
  const blank = (id: string, text: string, message: string, level: Problem['level'] = 'must'): Problem[] =>
    text.trim() ? [] : [{ id, level, message }]
  return [
    ...blank('headline', headline, 'The story has no headline.'),
    ...blank('slug', slug, 'The story has no slug.'),
    ...blank('section', sectionId ?? '', 'The story is in no section.'),
    ...blank('byline', people.join(), 'The story has no byline.'),
    ...blank('text', bodyText(body), 'The story has no text.'),
    ...(showsTooMuch({ main, body }) ? [tooMuch] : []),
    ...blank('standfirst', standfirst, 'The story has no standfirst.', 'advice'),
  ]
}

const tooMuch: Problem = {
  id: 'media-many',
  level: 'must',
  message: `The story shows more than ${MOST_MEDIA} pictures, films and sounds.`,
}

function blockProblems(block: Block): Problem[] {
  const { id } = block.attrs
  const must = (check: string, message: string): Problem => ({ id: check, level: 'must', message, block: id })
  const advice = (check: string, message: string): Problem => ({ id: check, level: 'advice', message, block: id })
  switch (block.type) {
    case 'paragraph':
      return blockText(block).trim()
        ? []
        : [advice('empty-paragraph', 'A paragraph is empty. Readers will not see it.')]
    case 'heading':
      return blockText(block).trim() ? [] : [must('empty-heading', 'A sub-head is empty.')]
    case 'relatedStory':
      return block.attrs.story ? [] : [must('also-read', alsoRead(block.attrs.note))]
    case 'quote':
      return [
        ...(quoted(block) ? [] : [must('quote-text', 'A quote has no words.')]),
        ...(block.attrs.speaker.trim() ? [] : [must('quote-speaker', 'A quote has no speaker.')]),
      ]
    case 'pullQuote':
      return inlineText(block.content).trim() ? [] : [must('pull-quote-text', 'A pull quote has no words.')]
    case 'factBox':
      return [
        ...(block.attrs.title.trim() ? [] : [must('fact-box-title', 'A fact box has no title.')]),
        ...(hasFacts(block) ? inBox(block) : [must('fact-box-text', 'A fact box has no text.')]),
      ]
    case 'bulletList':
    case 'orderedList':
      return hasEmptyItem(block) ? [advice('empty-item', 'A list holds an empty item.')] : []
    case 'correction':
      return [
        ...(inlineText(block.content).trim() ? [] : [must('correction-text', 'A correction note says nothing.')]),
        ...(block.attrs.at ? [] : [must('correction-date', 'A correction note has no date.')]),
      ]
    case 'table':
      return tableFaults(block).map(([check, message]) => must(check, message))
    case 'gallery':
      return block.content?.length ? [] : [must('gallery-empty', 'A gallery holds no picture.')]
    case 'image':
    case 'clip':
    case 'embed':
    case 'divider':
      return []
  }
}

const alsoRead = (note: string) =>
  note ? `“Also read: ${note}” leads to no story of ours.` : 'An “Also read” leads to no story.'

const quoted = (quote: Extract<Block, { type: 'quote' }>) =>
  (quote.content ?? []).some((paragraph) => inlineText(paragraph.content).trim())

const hasFacts = (box: FactBox) => (box.content ?? []).some((node) => blockText(node).trim())

/** Told of the box, which is what an editor is led to, and once each. */
const inBox = (box: FactBox): Problem[] => [
  ...new Map(
    (box.content ?? []).flatMap(blockProblems).map((problem) => [problem.id, { ...problem, block: box.attrs.id }]),
  ).values(),
]

function tableFaults(table: Table): [string, string][] {
  const cells = (table.content ?? []).flatMap((row) => row.content ?? [])
  if (!cells.some((cell) => inlineText(cell.content).trim())) return [['table-text', 'A table is empty.']]
  if (isRagged(table))
    return [['table-rows', `A row of a table has fewer cells than the ${columnsOf(table)} of others.`]]
  return []
}

const hasEmptyItem = (list: List): boolean => !list.content?.length || list.content.some(isEmptyItem)

const isEmptyItem = (item: ListItem): boolean =>
  !(item.content ?? []).some((node) =>
    node.type === 'paragraph' ? inlineText(node.content).trim() : !hasEmptyItem(node),
  )
