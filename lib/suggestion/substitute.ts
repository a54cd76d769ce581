import type { StoryText } from '#lib/story/document/changes'

import type { Hunk } from './cards'
import { lineText, placeOf, said } from './merge'

/**
 * The document with each of these places as the hunks have it on one side; a block comes back behind the one it followed.
 * Of two blocks of one id, as a merge makes them, one is left.
 */
export function substituted(document: StoryText, hunks: readonly Hunk[], side: 'was' | 'is'): StoryText {
  const content = [...document.body.content]
  const next: StoryText = { ...document, body: { type: 'doc', content } }
  const indexOf = (at: string | null) => content.findIndex(({ attrs }) => attrs.id === at)
  // A block that was moved goes from the one place before it comes back at the other.
  for (const { part, at, ...sides } of [...hunks].sort((a, b) => Number(a[side] !== null) - Number(b[side] !== null))) {
    const block = sides[side]
    if (part !== 'body') {
      next[part] = lineText(block)
      continue
    }
    const place = indexOf(at)
    for (let twin = content.length - 1; twin > place; twin -= 1)
      if (content[twin]!.attrs.id === at) content.splice(twin, 1)
    if (place >= 0) content.splice(place, 1, ...(block ? [block] : []))
    else if (block) content.splice(indexOf(sides.after) + 1, 0, block)
  }
  return next
}

/** Whether the document has each of these places as the hunks have it on one side. */
export function stands(document: StoryText, hunks: readonly Hunk[], side: 'was' | 'is'): boolean {
  const places = new Set(hunks.map(placeOf))
  return [...places].every((place) => {
    const of = hunks.filter((hunk) => placeOf(hunk) === place)
    const block = of.map((hunk) => hunk[side]).find(Boolean) ?? null
    const [{ part, at }] = of as [Hunk]
    if (part !== 'body') return document[part] === lineText(block)
    const there = document.body.content.find(({ attrs }) => attrs.id === at)
    return block ? there !== undefined && said(there) === said(block) : there === undefined
  })
}
