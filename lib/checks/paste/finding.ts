import type { Block } from '#lib/story/document/nodes'

/** Characters `from` up to `to` (UTF-16, within the block's own text) give way to `insert`. */
export type Change = { from: number; to: number; insert: string }

/**
 * One edit of a body, by block id. `was` is the block's text when it was looked at: an edit whose block has changed or
 * gone since does nothing, so no colleague's word is ever lost to it. `text` may name a paragraph inside a list or
 * quote; the others name blocks of the body itself. `after` lists blocks, nearest first: the first still there counts.
 */
export type Edit =
  | { remove: string; was: string; tray?: true }
  | { replace: string; was: string; with: Block[] }
  | { heading: string; was: string; level: 2 | 3 }
  | { text: string; was: string; changes: Change[] }
  | { insert: Block[]; after: string[] }

/** A block taken out but kept, and the blocks it stood behind, nearest first. */
export type TrayItem = { block: Block; after: string[] }

export type Kind = 'repeat' | 'tail' | 'also-read' | 'sub-heads' | 'quotes' | 'headline' | 'byline' | 'date'
export type FieldName = 'headline' | 'byline' | 'date'

/** What can be taken alone of a finding. `text` is shown; `note` says what becomes of it. */
export type Part = { id: string; block: string; text: string; note?: string; edits: Edit[] }

/**
 * Something that looks wrong in a paste. Certain ones may be applied together: their edits never meet in one block,
 * except `heading` with `text`, which do not disturb each other. A doubtful one is the editor's to settle.
 * `blocks` are the ids it is about, in document order; `also` what it repeats. `act` is a button's words, '' when there
 * is nothing to apply; `field` is where to go instead, `offer` what might stand there.
 */
export type Finding = {
  id: string
  kind: Kind
  certain: boolean
  title: string
  count: string
  explanation: string
  act: string
  keep: string
  blocks: string[]
  also?: string[]
  parts: Part[]
  field?: FieldName
  offer?: string
}

/** A story of ours, found by its headline; `note` is shown beside it ("live since 05:12"). */
export type Match = { id: string; headline: string; note?: string }

export type Context = {
  /** Stories of ours by `headlineKey` of their headline. */
  matches?: ReadonlyMap<string, Match>
  /** Fields of the story that are still empty. */
  missing?: Partial<Record<FieldName, boolean>>
  /** Ids of parts that the editor has said are to stay. */
  kept?: ReadonlySet<string>
}

/** `1 line`, `5 lines`. */
export const counted = (n: number, unit: string) => `${n} ${unit}${n === 1 ? '' : 's'}`

/** Without those that somebody chose to leave as they are. */
export const notKept = (parts: Part[], { kept }: Context) => (kept ? parts.filter((part) => !kept.has(part.id)) : parts)

/** The block that an edit is about; '' for an insertion. */
export const blockOf = (edit: Edit) =>
  'remove' in edit
    ? edit.remove
    : 'replace' in edit
      ? edit.replace
      : 'heading' in edit
        ? edit.heading
        : 'text' in edit
          ? edit.text
          : ''

/** What stands in margin and panel beside each finding: doubtful ones `?`, the others their number in document order. */
export function marksOf(findings: readonly Finding[]): Map<string, string> {
  let number = 0
  return new Map(findings.map(({ id, certain }) => [id, certain ? `${++number}` : '?']))
}

/** What to keep so that a finding is not told again. */
export const keptBy = ({ id, field, parts }: Finding) => (field ? [id] : parts.map((part) => part.id))
