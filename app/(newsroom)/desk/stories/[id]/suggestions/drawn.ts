import { textblocks } from '#lib/checks/paste/textblocks'
import type { Block } from '#lib/story/document/nodes'
import { blockText } from '#lib/story/document/text'
import { wordDiff } from '#lib/story/document/words'
import type { Card, Hunk } from '#lib/suggestion/cards'
import { lineText } from '#lib/suggestion/merge'
import { attributesOf, placeTold } from '#lib/suggestion/tell'

/** `was`: the story stands in the editor, `is`: the fork does. */
export type Side = 'was' | 'is'
export type Style = 'ins' | 'del'

/** Of a line of text: stretches that are marked, and words that are not in it, drawn where they would stand. */
export type Line = {
  id: string | null
  whole?: Style
  spans: { from: number; to: number; style: Style }[]
  ghosts: { at: number; style: Style; text: string }[]
}

/** @property ghost a block that is not in the text, drawn behind another one */
export type Drawn =
  | { at: string; ghost?: undefined; whole?: Style; notes: string[]; lines: Line[] }
  | { at: string; ghost: Style; after: string | null; place: string; text: string }

/** What of a card is drawn on a text that stands as one of its sides has it. */
export function drawnOf(card: Card, side: Side): Drawn[] {
  const [own, other]: [Style, Style] = side === 'was' ? ['del', 'ins'] : ['ins', 'del']
  return card.hunks.map((hunk): Drawn => {
    const [there, not] = side === 'was' ? [hunk.was, hunk.is] : [hunk.is, hunk.was]
    const { at } = hunk
    if (!there) return { at, ghost: other, after: hunk.after, place: placeTold(hunk), text: not ? blockText(not) : '' }
    if (!not) return { at, whole: own, notes: [], lines: [] }
    const lines =
      hunk.part === 'body' ? linesOf(there, not, side) : [lineOf(null, lineText(there), lineText(not), side)]
    return { at, notes: notesOf(hunk, lines), lines }
  })
}

function notesOf(hunk: Hunk, lines: Line[]): string[] {
  const notes = attributesOf(hunk).map(({ name, was, is }) => `${name}: ${was} → ${is}`)
  const silent = lines.every(({ whole, spans, ghosts }) => !whole && !spans.length && !ghosts.length)
  return notes.length || !silent ? notes : ['Bold, italics or links differ']
}

function linesOf(there: Block, not: Block, side: Side): Line[] {
  const [own, other]: [Style, Style] = side === 'was' ? ['del', 'ins'] : ['ins', 'del']
  const others = new Map(textblocks(not).map((line) => [line.id, line.text]))
  const lines = textblocks(there).map(({ id, text }): Line => {
    const twin = others.get(id)
    return twin === undefined ? { id, whole: own, spans: [], ghosts: [] } : lineOf(id, text, twin, side)
  })
  const known = new Set(lines.map(({ id }) => id))
  let last: Line | undefined
  for (const { id, text } of textblocks(not)) {
    if (known.has(id)) last = lines.find((line) => line.id === id)
    else if (text)
      (last ?? lines[0])?.ghosts.push({ at: last ? Number.POSITIVE_INFINITY : 0, style: other, text: ` ${text} ` })
  }
  return lines
}

function lineOf(id: string | null, there: string, not: string, side: Side): Line {
  const line: Line = { id, spans: [], ghosts: [] }
  const [was, is] = side === 'was' ? [there, not] : [not, there]
  const own = side === 'was' ? 'del' : 'ins'
  let at = 0
  for (const { kind, text } of wordDiff(was, is)) {
    if (kind !== 'same' && kind !== own) line.ghosts.push({ at, style: kind, text })
    else {
      if (kind === own) line.spans.push({ from: at, to: at + text.length, style: own })
      at += text.length
    }
  }
  return line
}
