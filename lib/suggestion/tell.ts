import { cropTold } from '#lib/story/document/crop-text'

import { type Act, actOf, type Card, type Hunk, wordsOf } from './cards'

/** An open suggestion in a desk's words. */
export type OpenSuggestion = { key: string; by: string; act: Act; place: string; was: string; is: string }

/** Names one among all of a story's. */
export const keyOf = (person: string, { id }: Card) => `${person} ${id}`

export const tellOpen = (person: string, name: string, card: Card): OpenSuggestion => ({
  key: keyOf(person, card),
  by: name,
  act: actOf(card),
  place: placeTold(card.hunks[0]!),
  was: wordsOf(card, 'was'),
  is: wordsOf(card, 'is'),
})

const kinds: Record<string, string> = {
  heading: 'Sub-head',
  quote: 'Quote',
  pullQuote: 'Pull quote',
  factBox: 'Fact box',
  bulletList: 'List',
  orderedList: 'List',
  relatedStory: '“Also read”',
  embed: 'Embed',
  table: 'Table',
  correction: 'Correction note',
  image: 'Picture',
  gallery: 'Gallery',
  clip: 'Film or sound',
  divider: 'Divider',
}

/** What it stands in: `Headline`, `Paragraph`, `Quote`. */
export function placeTold({ part, was, is }: Hunk): string {
  if (part !== 'body') return part === 'headline' ? 'Headline' : 'Standfirst'
  return kinds[(was ?? is)!.type] ?? 'Paragraph'
}

/** Attributes that differ, as pairs; of a block that became another kind, the kinds. */
export function attributesOf({ was, is }: Hunk): { name: string; was: string; is: string }[] {
  if (!was || !is) return []
  if (was.type !== is.type)
    return [{ name: 'Kind', was: kinds[was.type] ?? 'Paragraph', is: kinds[is.type] ?? 'Paragraph' }]
  const [before, after] = [was.attrs, is.attrs] as Record<string, unknown>[]
  return Object.keys(after!)
    .filter((name) => before![name] !== after![name])
    .map((name) => ({ name: names[name] ?? name, ...told(name, before![name], after![name]) }))
}

const names: Record<string, string> = {
  level: 'Level',
  speaker: 'Speaker',
  role: 'Role',
  via: 'Via',
  saidAt: 'Said on',
  source: 'Source',
  title: 'Title',
  start: 'Begins at',
  story: 'Story',
  note: 'Note',
  media: 'Of the library',
  alt: 'Alt text',
  caption: 'Caption',
  credit: 'Credit',
  crop: 'Part shown',
  wide: 'Wide',
}

/** An id says nothing to anybody. */
const told = (name: string, was: unknown, is: unknown) =>
  name === 'media' ? { was: 'one', is: 'another' } : { was: shown(name, was), is: shown(name, is) }

function shown(name: string, value: unknown): string {
  if (name === 'crop') return cropTold(String(value)) || 'the whole'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return value === '' || value == null ? 'none' : String(value)
}
