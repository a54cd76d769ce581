import { blockNames } from './changes'
import { cropTold } from './crop-text'
import type { Block, Text } from './nodes'
import { bodySchema } from './schema'

/** A run of text inside a block as one reads it: a paragraph, a sub-head, an item of a list. */
export type Line = {
  id: string
  look: 'text' | 'head' | 'small-head'
  /** How deep in lists, 0 outside. */
  depth: number
  /** What stands before an item: `•` or its number. */
  marker: string
  content: Text[]
  /** Id of what is shown of the library. */
  media?: string
}

/** Something of a block beside its text: whose words, which story, which level. */
export type Fact = { name: string; label: string; value: string }

/** A node of whatever kind, those inside blocks too. */
type Node = { type: string; attrs?: Record<string, unknown>; content?: Node[] }

/** All text of a block, line by line. What has neither text nor anything inside says what is known of it. */
export function linesOf(block: Block): Line[] {
  const { isLeaf, isTextblock } = bodySchema().nodes[block.type]!
  return isLeaf && !isTextblock ? [] : linesIn(block as Node, 0, '')
}

function linesIn(node: Node, depth: number, marker: string): Line[] {
  const { type, attrs = {}, content = [] } = node
  const id = String(attrs.id ?? type)
  const known = bodySchema().nodes[type]
  if (known?.isTextblock) {
    const look = type !== 'heading' ? 'text' : attrs.level === 3 ? 'small-head' : 'head'
    return [{ id, look, depth, marker, content: content as unknown as Text[] }]
  }
  if (type === 'tableRow') return [{ id, look: 'text', depth, marker, content: cellsOf(content) }]
  if (known?.isLeaf) {
    const { media, ...rest } = attrs
    // What is shown of the library is seen beside it.
    const text = factsOf({ type, attrs: rest })
      .filter(({ name }) => !media || name !== 'type')
      .map(({ value }) => value)
      .join(', ')
    const line: Line = { id, look: 'text', depth, marker, content: text ? [{ type: 'text', text }] : [] }
    return [media ? { ...line, media: String(media) } : line]
  }
  if (type === 'bulletList' || type === 'orderedList') {
    const first = type === 'orderedList' ? Number(attrs.start ?? 1) : undefined
    return content.flatMap((item, at) => itemLines(item, depth + 1, first === undefined ? '•' : `${first + at}.`))
  }
  return content.flatMap((child) => linesIn(child, depth, marker))
}

/** A row of a table is one line, its cells side by side. */
const cellsOf = (cells: Node[]): Text[] =>
  cells.flatMap(({ content = [] }, at) => [
    ...(at ? [{ type: 'text' as const, text: ' │ ' }] : []),
    ...(content as unknown as Text[]),
  ])

/** The marker stands before an item's first line only. */
const itemLines = ({ content = [] }: Node, depth: number, marker: string): Line[] =>
  content.flatMap((child, at) => linesIn(child, depth, at === 0 ? marker : ''))

const labels: Record<string, string> = {
  speaker: 'Speaker',
  role: 'Role',
  via: 'To whom, or through whom',
  saidAt: 'Said on',
  source: 'Source',
  title: 'Title',
  story: 'Story',
  note: 'Pasted headline',
  caption: 'Caption',
  provider: 'From',
  ref: 'There as',
  headRow: 'First row is a head',
  headColumn: 'First column is a head',
  kind: 'Kind of note',
  at: 'Dated',
  media: 'Of the library',
  alt: 'In words',
  credit: 'Credit',
  crop: 'Part shown',
  wide: 'Wider than the text',
}

/** Told by a line's look or marker, or nobody's business. */
const untold = new Set(['id', 'level', 'start'])

/** What is known of a block beside its text, empty values left out; of which kind it is comes first. */
export function factsOf(node: Block | Node): Fact[] {
  const { type, attrs = {} } = node as Node
  const known = Object.entries(attrs).filter(
    ([name, value]) => !untold.has(name) && value !== null && value !== '' && value !== false,
  )
  return [
    { name: 'type', label: 'Kind', value: kindOf(type, attrs) },
    ...known.map(([name, value]) => ({ name, label: labels[name] ?? name, value: told(name, value) })),
  ]
}

function kindOf(type: string, { level }: Record<string, unknown>): string {
  if (type === 'heading' && level === 3) return 'smaller sub-head'
  return type === 'orderedList' ? 'numbered list' : (blockNames[type as Block['type']] ?? type)
}

/** Made when it is wanted: the first of its kind takes a browser as long as a good part of a page. */
let days: Intl.DateTimeFormat | undefined
function dayOf(told: string): string {
  days ??= new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
  return days.format(new Date(told))
}

function told(name: string, value: unknown): string {
  if (value === true) return 'yes'
  if (typeof value === 'object') return JSON.stringify(value)
  if (name === 'crop') return cropTold(String(value))
  const isDay = name === 'saidAt' && !Number.isNaN(Date.parse(String(value)))
  return isDay ? dayOf(String(value)) : String(value)
}
