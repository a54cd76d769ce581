/**
 * What an update of a live story is. A typo fix moves no public time; a clarification and a correction tell readers what
 * was changed, and why.
 */
export const changes = ['typo', 'update', 'clarification', 'correction'] as const
export type Change = (typeof changes)[number]

/** Where readers find the note of a clarification or correction: above the text, or beneath it. */
export const notePlaces = ['top', 'end'] as const
export type NotePlace = (typeof notePlaces)[number]
