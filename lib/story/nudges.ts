/** What of a story can change beside its text, while people have it open; `media`: what the library says of what it shows. */
export const nudgesAbout = ['comments', 'hold', 'suggestions', 'publishing', 'media'] as const
export type NudgeAbout = (typeof nudgesAbout)[number]
