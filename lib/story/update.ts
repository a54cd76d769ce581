import { Refusal } from '#lib/errors'
import type { Change, NotePlace } from '#lib/site/change'

import { cleanNote } from './document/clean'
import { isNoted, type StoryDetail } from './live-versions'

/** What an editor says of what he gives readers: which kind of update it is, and what they are told of it. */
export type Told = { change?: Change; note?: string; place?: NotePlace }

/** What readers had of the story until now, and whether they will read another text. */
export type Had = { state: 'nothing' | 'live' | 'withdrawn'; textChanges: boolean }

/** Characters of a note to readers. */
export const longestNote = 500

/**
 * What the publication log keeps of it. Whoever changes what readers read says which kind of update that is; a
 * clarification or correction says what was wrong, which readers may be told of a story that comes back, too, and where
 * the text was put right before.
 * @throws Refusal `invalid` with a message a field
 */
export function updateOf({ state, textChanges }: Had, told: Told): { detail: StoryDetail; note: string } {
  const { change, place = 'end' } = told
  const note = cleanNote(told.note ?? '')
  if (isNoted(change)) {
    if (state === 'nothing')
      throw invalid('change', 'Readers have had nothing of this story yet that could be corrected.')
    if (!note) throw invalid('note', 'Tell readers what was wrong and what is right.')
    ensureShort(note)
    return { detail: { change, place }, note }
  }
  if (note) throw invalid('note', 'Only a clarification or a correction has a note to readers.')
  const isUpdate = state === 'live' && textChanges
  if (isUpdate && !change)
    throw invalid('change', 'Say what this is: a typo fix, an update, a clarification or a correction.')
  return { detail: isUpdate ? { change } : {}, note }
}

/** @throws Refusal `invalid` for a note to readers that is too long */
export function ensureShort(note: string): void {
  if ([...note].length > longestNote) throw invalid('note', `A note to readers has at most ${longestNote} characters.`)
}

const invalid = (field: string, message: string) => new Refusal('invalid', message, { [field]: message })
