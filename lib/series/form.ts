/** What a series may have: characters, and stories. */
export const longestSeries = { name: 80, slug: 80, standfirst: 300, parts: 100 } as const
