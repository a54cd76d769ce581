/**
 * What can become of a suggestion. `lost`: an editor deleted or rewrote what it stood in. The author's own taking back
 * is no outcome: nothing needs to be told.
 */
export const outcomes = ['accepted', 'rejected', 'lost'] as const
export type Outcome = (typeof outcomes)[number]
