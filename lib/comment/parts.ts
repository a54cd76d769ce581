/** What of a story's text can be commented on, in the order in which one reads it: the fragments of its document. */
export const parts = ['headline', 'standfirst', 'body'] as const
export type Part = (typeof parts)[number]
