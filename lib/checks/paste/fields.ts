import type { Block } from '#lib/story/document/nodes'
import { blockText, countWords } from '#lib/story/document/text'

import type { Context, FieldName, Finding, Part } from './finding'
import { bylineIn, endsWithStop, isDateLine } from './lines'

type Line = { block: Block; text: string }

/** Fields still empty that a page would have filled, each with what the text offers for it. */
export function findMissing(blocks: readonly Block[], context: Context): Finding[] {
  const lines: Line[] = blocks.map((block) => ({ block, text: blockText(block).trim() }))
  const edges = [...lines.slice(0, 8), ...lines.slice(8).slice(-2)]
  const byline = edges.find(({ text }) => bylineIn(text))
  const date = edges.find(({ text }) => isDateLine(text))
  const first = lines.find((line) => line !== byline && line !== date && line.text)
  const headline = first && lines.length > 1 && isHeadline(first.text) ? first : undefined
  return [
    missing('headline', headline, headline?.text),
    missing('byline', byline, byline && bylineIn(byline.text)),
    missing('date', date, date?.text),
  ].filter((finding) => context.missing?.[finding.field] && !context.kept?.has(finding.id))
}

const isHeadline = (text: string) =>
  countWords(text) <= 20 && text.length <= 150 && !endsWithStop(text) && !/[:;,]$/.test(text)

const words = {
  headline: {
    title: 'No headline',
    none: 'Nothing in the text looks like one.',
    some: 'The first line looks like one. Taking it moves it out of the text.',
    act: 'Use as headline',
  },
  byline: {
    title: 'No byline',
    none: 'Nothing in the text names who wrote it.',
    some: 'The text names who wrote it. Set the byline, then move the line to the tray.',
    act: 'Move to tray',
  },
  date: {
    title: 'No date',
    none: 'Nothing in the text says when it was written. Readers see the hour you publish.',
    some: 'A line says when it was written. Readers see the hour you publish, so it can go to the tray.',
    act: 'Move to tray',
  },
}

/** A finding to act on by hand; its one part, where the text offers something, takes that line out of the text. */
function missing(field: FieldName, line?: Line, offer?: string): Finding & { field: FieldName } {
  const { title, none, some, act } = words[field]
  const parts: Part[] = line ? [part(field, line)] : []
  const blocks = parts.map(({ block }) => block)
  const explanation = line ? some : none
  return {
    id: field,
    kind: field,
    certain: false,
    title,
    count: '',
    explanation,
    act: line ? act : '',
    keep: 'Keep',
    blocks,
    parts,
    field,
    offer,
  }
}

const part = (field: FieldName, { block, text }: Line): Part => {
  const { id } = block.attrs
  const remove = { remove: id, was: blockText(block) }
  return { id: `${field}:${id}`, block: id, text, edits: [field === 'headline' ? remove : { ...remove, tray: true }] }
}
