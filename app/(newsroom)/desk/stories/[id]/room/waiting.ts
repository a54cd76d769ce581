import type { Change, StoryText } from '#lib/story/document/changes'
import { changesBetween } from '#lib/story/document/changes'
import type { MediaUse } from '#lib/story/document/nodes'
import { wordDiff } from '#lib/story/document/words'
import { mainText } from '#lib/story/main-text'

import type { Fields, LiveProps, Named, ReadersFields } from '../props'
import type { BlockMark } from '../text/block-marks'

export type FieldChange = { name: keyof ReadersFields; label: string; was: string; is: string }
export type Waiting = { text: Change[]; fields: FieldChange[]; count: number }

export const fieldLabels: Record<keyof ReadersFields, string> = {
  sectionId: 'section',
  main: 'main picture',
  slug: 'address',
  people: 'byline',
  topics: 'topics',
  dateline: 'dateline',
  searchTitle: 'search title',
  searchDescription: 'search description',
  canonicalUrl: 'canonical address',
  kicker: 'kicker',
  layout: 'layout',
  sponsor: 'sponsor',
  machine: 'made with AI',
  related: 'related stories',
  language: 'language',
  original: 'translation of',
}

/** Ids, or what has one, in order. */
type List = readonly (string | Named)[]
type Comparable = {
  [Name in keyof ReadersFields]: ReadersFields[Name] extends Named[] ? List | string : ReadersFields[Name]
}

const keyOf = (value: string | List | MediaUse | null) => {
  if (value === null || typeof value === 'string') return value ?? ''
  return Array.isArray(value)
    ? value.map((one: string | Named) => (typeof one === 'string' ? one : one.id)).join()
    : mainText(value as MediaUse)
}

export const fieldNames = Object.keys(fieldLabels) as (keyof ReadersFields)[]

/** Fields as one compares them: lists by their ids, in order. */
export const comparable = (fields: Omit<Comparable, 'main'> & { main: string | MediaUse | null }) =>
  Object.fromEntries(fieldNames.map((name) => [name, keyOf(fields[name])])) as Record<keyof ReadersFields, string>

/** What the working copy says otherwise than readers see; nothing before first publication or before the text is there. */
export function waitingOf(live: LiveProps | null, text: StoryText | null, fields: Fields): Waiting {
  if (!live || !text) return { text: [], fields: [], count: 0 }
  const now = comparable(fields)
  const changed = fieldNames
    .filter((name) => now[name] !== live.fields[name])
    .map((name) => ({ name, label: fieldLabels[name], was: live.fields[name], is: now[name] }))
  const told = changesBetween(live.text, text)
  return { text: told, fields: changed, count: told.length + changed.length }
}

/** What of the fields stands as readers have it, for the line "Not changed". */
export const unchanged = ({ text, fields }: Waiting) => [
  ...['headline', 'standfirst'].filter((at) => !text.some((change) => change.at === at)),
  ...Object.entries(fieldLabels)
    .filter(([name]) => !fields.some((change) => change.name === name))
    .map(([, label]) => label),
]

/** Dots under the words that readers do not have; under a whole block where words do not tell. */
export function dotsOf(changes: Change[]): BlockMark[] {
  return changes
    .filter(({ kind }) => kind === 'added' || kind === 'changed')
    .map(({ at, was, is, kind }) => {
      const ranges = kind === 'changed' ? insertedRanges(was, is) : [{ from: 0, to: is.length }]
      return is.includes('\n') || ranges.length === 0
        ? { id: at, className: 'waits' }
        : { id: at, className: 'waits-words', ranges }
    })
}

function insertedRanges(was: string, is: string) {
  let at = 0
  return wordDiff(was, is).flatMap(({ kind, text }) => {
    if (kind === 'del') return []
    const range = { from: at, to: at + text.length }
    at = range.to
    return kind === 'ins' && text.trim() ? [range] : []
  })
}
