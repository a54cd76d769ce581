import { newId } from '#lib/id'
import { embedFrom } from '#lib/story/document/embed/embed'
import type {
  Block,
  Embed,
  FactBox,
  Gallery,
  Image,
  List,
  Mark,
  Paragraph,
  PullQuote,
  Quote,
  Table,
  TableCell,
  TableRow,
  Text,
} from '#lib/story/document/nodes'

export type DemoStory = {
  slug: string
  /** The lines of the front matter, by name. */
  front: Readonly<Record<string, string>>
  blocks: Block[]
  /** What the working copy has on top of what is published. */
  unpublished: Block[]
}

/**
 * Reads one story of the demo paper: front matter, then Markdown of the few kinds that the paper's writers use.
 * @param slug the file's name; also what other stories' "Also read" lines call it by
 */
export function parseStory(slug: string, text: string): DemoStory {
  const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? []
  const [published = '', unpublished = ''] = body.split(/^=== unpublished$/m)
  return {
    slug,
    front: Object.fromEntries(front.split('\n').map((line) => splitAt(line, ': '))),
    blocks: parseBlocks(published),
    unpublished: parseBlocks(unpublished),
  }
}

const parseBlocks = (text: string): Block[] =>
  text
    .split(/\n{2,}/)
    .map((chunk) => chunk.trim())
    .filter(Boolean)
    .map(parseBlock)

function parseBlock(chunk: string): Block {
  const attrs = { id: newId() }
  const heading = /^(##|###) (.+)$/.exec(chunk)
  if (heading)
    return {
      type: 'heading',
      attrs: { ...attrs, level: heading[1] === '##' ? 2 : 3 },
      content: parseInline(heading[2] ?? ''),
    }
  if (chunk === '***') return { type: 'divider', attrs }
  if (chunk.startsWith('>>> ')) return parsePullQuote(chunk.slice(4))
  if (chunk.startsWith('::: ')) return parseFactBox(chunk.slice(4))
  if (chunk.startsWith('|')) return parseTable(chunk)
  if (/^(!! |!\[)/.test(chunk)) return parsePictures(chunk)
  if (chunk.startsWith('@@@ ')) return parseEmbed(chunk.slice(4))
  if (chunk.startsWith('>')) return parseQuote(chunk)
  const related = /^Also read: (.+)$/.exec(chunk)
  if (related) return { type: 'relatedStory', attrs: { ...attrs, story: '', note: related[1] ?? '' } }
  if (chunk.startsWith('- ')) return parseList('bulletList', chunk, /^- /)
  if (/^\d+\. /.test(chunk)) return parseList('orderedList', chunk, /^\d+\. /)
  return paragraph(chunk)
}

function parseQuote(chunk: string): Quote {
  const lines = chunk.split('\n').map((line) => line.replace(/^> ?/, ''))
  const said = lines.filter((line) => !line.startsWith('-- '))
  const [speaker = '', role = '', via = '', saidAt = ''] = (lines.find((line) => line.startsWith('-- ')) ?? '')
    .slice(3)
    .split('|')
    .map((part) => part.trim())
  const content = said
    .join('\n')
    .split(/\n{2,}/)
    .filter((part) => part.trim())
    .map(paragraph)
  return { type: 'quote', attrs: { id: newId(), speaker, role, via, saidAt, source: '' }, content }
}

function parsePullQuote(text: string): PullQuote {
  const [words = '', speaker = ''] = text.split('\n-- ')
  return { type: 'pullQuote', attrs: { id: newId(), speaker }, content: parseInline(words) }
}

/** Its title, then a list or a paragraph. */
function parseFactBox(text: string): FactBox {
  const [title, rest] = splitAt(text, '\n')
  const inside = rest.startsWith('- ') ? parseList('bulletList', rest, /^- /) : paragraph(rest)
  return { type: 'factBox', attrs: { id: newId(), title }, content: [inside] }
}

/** Rows of cells, the first with the columns' names; a line `|= Caption` may stand before them. */
function parseTable(chunk: string): Table {
  const lines = chunk.split('\n')
  const caption = lines[0]?.startsWith('|= ') ? (lines.shift() ?? '').slice(3) : ''
  const cell = (text: string): TableCell => ({
    type: 'tableCell',
    attrs: { id: newId() },
    content: parseInline(text.trim()),
  })
  const content = lines.map((line): TableRow => {
    const cells = line.replace(/^\||\|$/g, '').split('|')
    return { type: 'tableRow', attrs: { id: newId() }, content: cells.map(cell) }
  })
  return { type: 'table', attrs: { id: newId(), caption, headRow: true, headColumn: true }, content }
}

/** `![Its own caption, or none](picture)`, or, a line each, the pictures of a gallery, whose title `!! Title` stands before them. */
function parsePictures(chunk: string): Image | Gallery {
  const lines = chunk.split('\n')
  const title = lines[0]?.startsWith('!! ') ? (lines.shift() ?? '').slice(3) : undefined
  const images = lines.map(parseImage)
  const [only] = images
  if (only && title === undefined && images.length === 1) return only
  return { type: 'gallery', attrs: { id: newId(), title: title ?? '' }, content: images }
}

/** Until its id is known, the picture is named by its slug. */
function parseImage(line: string): Image {
  const [, caption = '', media] = /^!\[(.*)\]\((\S+)\)$/.exec(line) ?? []
  if (!media) throw new Error(`“${line}” is no picture`)
  return { type: 'image', attrs: { id: newId(), media, alt: '', caption, credit: '', crop: '', wide: false } }
}

/** An address, then its caption. */
function parseEmbed(text: string): Embed {
  const [address, caption] = splitAt(text, '\n')
  const embedded = embedFrom(address)
  if (!embedded) throw new Error(`“${address}” is nothing to embed`)
  return { type: 'embed', attrs: { id: newId(), caption, ...embedded } }
}

const parseList = (type: List['type'], chunk: string, bullet: RegExp): List => ({
  type,
  attrs: { id: newId() },
  content: chunk
    .split('\n')
    .map((line) => ({ type: 'listItem', attrs: { id: newId() }, content: [paragraph(line.replace(bullet, ''))] })),
})

const paragraph = (text: string): Paragraph => ({
  type: 'paragraph',
  attrs: { id: newId() },
  content: parseInline(text.trim().replaceAll('\n', ' ')),
})

const inline =
  /\*\*(?<bold>[^*]+)\*\*|\*(?<italic>[^*]+)\*|\[(?<label>[^\]]+)\]\((?<href>(?:https?:|mailto:|\/)[^)\s]+)\)/g

function parseInline(text: string): Text[] {
  const runs: Text[] = []
  let from = 0
  const plain = (to: number) => to > from && runs.push({ type: 'text', text: text.slice(from, to) })
  for (const match of text.matchAll(inline)) {
    const { bold, italic, label, href } = match.groups ?? {}
    plain(match.index)
    const mark: Mark = href ? { type: 'link', attrs: { href } } : { type: bold ? 'bold' : 'italic' }
    runs.push({ type: 'text', text: bold ?? italic ?? label ?? '', marks: [mark] })
    from = match.index + match[0].length
  }
  plain(text.length)
  return runs
}

function splitAt(line: string, mark: string): [string, string] {
  const at = line.indexOf(mark)
  return at < 0 ? [line, ''] : [line.slice(0, at), line.slice(at + mark.length)]
}

/** Milliseconds of an age as the front matter writes it: `40m`, `5h`, `2d`. */
export function ageOf(text: string): number {
  const [, count, unit] = /^(\d+)([mhd])$/.exec(text) ?? []
  const minutes = unit && { m: 1, h: 60, d: 1440 }[unit]
  if (!minutes) throw new Error(`“${text}” is not an age`)
  return Number(count) * minutes * 60_000
}
