/** What of a story can change beside its text, while people have it open. */
export const nudgesAbout = ['comments', 'hold', 'suggestions', 'publishing'] as const
export type NudgeAbout = (typeof nudgesAbout)[number]
