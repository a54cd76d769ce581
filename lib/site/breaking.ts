/** What stands over every page while it matters: `story` the id of the one that it leads to, or else `link`; both may be ''. */
export type Bar = { text: string; story: string; link: string }

/** Characters of its text. */
export const longestBar = 120
