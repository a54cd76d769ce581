/** How a story's page is laid out, as an editor chooses it. */
export const layouts = ['standard', 'feature', 'opinion', 'gallery', 'brief'] as const
export type Layout = (typeof layouts)[number]

/** What of a story a machine has made; '' for nothing. */
export const machineParts = ['', 'text', 'pictures', 'both'] as const
export type MachinePart = (typeof machineParts)[number]
