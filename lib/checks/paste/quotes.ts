import type { Block } from '#lib/story/document/nodes'

import { type Context, counted, type Finding, notKept, type Part } from './finding'
import { mendMarks, type Place } from './quote-marks'
import { textblocks } from './textblocks'

type Paragraph = { id: string; text: string }

/**
 * Spaces inside quotation marks, and straight marks among curly ones. What pairs is certain, the rest is for the eye.
 * Papers that open with „ or write ”so” have rules that these are not: nothing is said of their marks.
 */
export function findQuotes(blocks: readonly Block[], context: Context): Finding[] {
  const paragraphs = blocks.flatMap(textblocks)
  const has = (...signs: string[]) => paragraphs.some(({ text }) => signs.some((sign) => text.includes(sign)))
  if (has('„', '‚') || (has('”') && !has('“'))) return []
  const curl = has('"', "'") && has('“', '”', '‘', '’')
  const places = paragraphs.flatMap((paragraph, at) => {
    const continues = /^["“]/.test(paragraphs[at + 1]?.text ?? '')
    return mendMarks(paragraph.text, curl, continues).map((place) => ({ paragraph, place }))
  })
  const parts = (certain: boolean) =>
    notKept(
      places.filter(({ place }) => place.certain === certain).map(({ paragraph, place }) => part(paragraph, place)),
      context,
    )
  return [describe(parts(true), true), describe(parts(false), false)].filter((finding) => finding.parts.length > 0)
}

function part({ id, text }: Paragraph, { from, to, insert }: Place): Part {
  const shown = `${from > 24 ? '…' : ''}${text.slice(Math.max(0, from - 24), to + 24)}${to + 24 < text.length ? '…' : ''}`
  const note = insert ? `${text.slice(from, to)} becomes ${insert}` : 'The space goes'
  return {
    id: `quotes:${id}:${from}`,
    block: id,
    text: shown,
    note,
    edits: [{ text: id, was: text, changes: [{ from, to, insert }] }],
  }
}

function describe(parts: Part[], certain: boolean): Finding {
  const inserts = parts.flatMap(({ edits }) =>
    edits.flatMap((edit) => ('text' in edit ? edit.changes.map(({ insert }) => insert) : [])),
  )
  return {
    id: certain ? 'quotes' : 'quotes-unclear',
    kind: 'quotes',
    certain,
    title: 'Quotation marks',
    count: counted(parts.length, 'place'),
    explanation: certain
      ? explain(inserts.some(Boolean), inserts.includes(''))
      : 'Here the marks do not pair. Which way they face needs your eye.',
    act: certain ? 'Mend them' : 'Go through them',
    keep: 'Keep',
    blocks: [...new Set(parts.map(({ block }) => block))],
    parts,
  }
}

function explain(mixed: boolean, spaced: boolean) {
  if (mixed && spaced) return 'Straight and curly are mixed, and some have a space inside.'
  return mixed ? 'Straight and curly are mixed; all become curly.' : 'Some have a space inside.'
}
