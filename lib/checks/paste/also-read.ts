import type { Block } from '#lib/story/document/nodes'
import { blockText, countWords } from '#lib/story/document/text'

import { blockOf, type Context, counted, type Edit, type Finding, type Match, notKept, type Part } from './finding'
import { endsWithStop, headlineKey } from './lines'

const labels = [
  '(?:also|must) (?:read|see|watch)',
  'read (?:also|more|next)',
  'see also',
  'related(?: (?:story|article|news))?',
  'more on this',
  'lesen sie (?:auch|mehr)',
  'lies auch',
  'mehr dazu',
  '(?:à )?lire (?:aussi|également)',
  'voir aussi',
  'le[ae] también',
  'lee más',
  'ver también',
  'leggi anche',
  'vedi anche',
  '(?:leia|veja) (?:também|mais)',
  'lees (?:ook|meer)',
  '(?:czytaj|zobacz) (?:też|także|również)',
  'läs (?:också|även|mer)',
  'l[æe]s også',
  'читайте (?:также|також)',
  'ayrıca okuyun',
  '(?:यह|ये|इसे) भी पढ़ें',
].join('|')

/** "Also Read: a headline"; a dash needs white space before it, or "related-party" would count. */
const labelled = new RegExp(`^(${labels})(?:\\s*[:：|>»]+|\\s+\\p{Pd}+)\\s*(\\S.*)$`, 'iu')
const alone = new RegExp(`^(${labels})\\s*[:：|>»]?$`, 'iu')

type Line = { blocks: Block[]; label: string; headline: string }

/** Headlines behind "Also read", as pasted, to look up among our stories by `headlineKey`. */
export const alsoReadHeadlines = (blocks: readonly Block[]) => lines(blocks).map(({ headline }) => headline)

/**
 * "Also Read:" lines, each to become a related story: one of ours, or a note that keeps the headline. A story of ours
 * whose headline is only much like the line may be another one: doubtful.
 */
export function findAlsoRead(blocks: readonly Block[], context: Context): Finding[] {
  const found = lines(blocks).map((line) => ({ line, match: context.matches?.get(headlineKey(line.headline)) }))
  const sure = found.filter(({ line, match }) => !match || isSame(match, line.headline))
  const alike = found.filter((one) => !sure.includes(one))
  return [...describe(sure, true, context), ...describe(alike, false, context)]
}

const isSame = (match: Match, headline: string) => headlineKey(match.headline) === headlineKey(headline)

function describe(found: { line: Line; match?: Match }[], certain: boolean, context: Context): Finding[] {
  const parts = notKept(
    found.map(({ line, match }) => part(line, match)),
    context,
  )
  const [first] = parts
  if (!first) return []
  const label = found.find(({ line }) => line.blocks[0]!.attrs.id === first.block)?.line.label
  const ours = parts.filter((one) => one.edits.some((edit) => 'replace' in edit && edit.with.some(isOurs))).length
  const unsure = parts.length === 1 ? 'A story of ours has' : 'Stories of ours have'
  return [
    {
      id: `also-read:${first.block}`,
      kind: 'also-read',
      certain,
      title: `“${label}” ${parts.length === 1 ? 'line' : 'lines'}`,
      count: counted(parts.length, 'line'),
      explanation: certain
        ? explain(ours, parts.length - ours)
        : `${unsure} much the same headline. Look before you link.`,
      act: 'Turn into “Also read”',
      keep: 'Keep as text',
      blocks: parts.flatMap((one) => one.edits.map(blockOf)),
      parts,
    },
  ]
}

function lines(blocks: readonly Block[]): Line[] {
  const found: Line[] = []
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at]!
    if (block.type !== 'paragraph' && block.type !== 'heading') continue
    const text = blockText(block).trim()
    const whole = headlineIn(text)
    const next = blocks[at + 1]
    if (whole) found.push({ blocks: [block], ...whole })
    else if (
      alone.test(text) &&
      next?.type === 'paragraph' &&
      isHeadline(blockText(next)) &&
      !endsWithStop(blockText(next))
    ) {
      const label = text.replace(/\s*[:：|>»]$/u, '')
      found.push({ blocks: [block, blocks[++at]!], label, headline: blockText(next).trim() })
    }
  }
  return found
}

function headlineIn(text: string): { label: string; headline: string } | undefined {
  const [, label = '', headline = ''] = (text.length <= 300 && labelled.exec(text)) || []
  return headline && isHeadline(headline) ? { label, headline } : undefined
}

/** Whether a line is an "Also read", with its headline or alone. */
export const isAlsoRead = (text: string) => alone.test(text) || headlineIn(text) !== undefined

/** What a related story and the "Also Read:" line that it was made of share; undefined for other blocks. */
export function relatedKey(block: Block, { matches }: Context): string | undefined {
  if (block.type === 'relatedStory') return block.attrs.story || headlineKey(block.attrs.note)
  const line = block.type === 'paragraph' ? headlineIn(blockText(block).trim()) : undefined
  return line && (matches?.get(headlineKey(line.headline))?.id ?? headlineKey(line.headline))
}

const isHeadline = (text: string) =>
  countWords(text) > 0 && countWords(text) <= 30 && !(endsWithStop(text) && countWords(text) > 12)

function part({ blocks: [block, next], headline }: Line, match?: Match): Part {
  const { id } = block!.attrs
  const related: Block = { type: 'relatedStory', attrs: { id, story: match?.id ?? '', note: match ? '' : headline } }
  const edits: Edit[] = [{ replace: id, was: blockText(block!), with: [related] }]
  if (next) edits.push({ remove: next.attrs.id, was: blockText(next) })
  const note = match ? ourStory(match, headline) : 'Not found; becomes a note to you'
  return { id: `also-read:${id}`, block: id, text: headline, note, edits }
}

const ourStory = (match: Match, headline: string) =>
  ['Our story', isSame(match, headline) ? '' : ` “${match.headline}”`, match.note ? `, ${match.note}` : ''].join('')

const isOurs = (block: Block) => block.type === 'relatedStory' && block.attrs.story !== ''

function explain(ours: number, others: number) {
  if (others === 0) return ours === 1 ? 'It is a story of ours.' : `All ${ours} are stories of ours.`
  if (ours === 0)
    return others === 1
      ? 'It was not found among our stories and becomes a note to you.'
      : 'None was found among our stories; they become notes to you.'
  const found = ours === 1 ? 'One is a story of ours' : `${ours} are stories of ours`
  return others === 1
    ? `${found}; the other was not found and becomes a note to you.`
    : `${found}; the others were not found and become notes to you.`
}
