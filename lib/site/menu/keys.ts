/**
 * Keys of what menus, which stand on every page, say of topics, series and pages: their names and addresses, and that they
 * stand. A topic or series stands as long as any story of it does, so a page is made of one such story, and of no others.
 */
export const linkKey = (kind: 'topic' | 'series' | 'page', id: string) => `link:${kind}:${id}`

/** That a story is one of the topic's, or a part of the series. */
export const standsKey = (kind: 'topic' | 'series', id: string, story: string) => `stands:${kind}:${id}:${story}`

/** That readers have a story. */
export const storyStandsKey = (story: string) => `stands:story:${story}`

/** What menus say of such nouns, by key. */
export const linkTurns = (
  kind: Parameters<typeof linkKey>[0],
  rows: readonly { subject: string; slug: string; name: string }[],
): Record<string, string> =>
  Object.fromEntries(rows.map(({ subject, slug, name }) => [linkKey(kind, subject), `${slug} ${name}`]))

/** Those of the ids that were not found. @param ids joined by spaces */
export const missing = (ids: string, found: readonly { id: string }[]): string[] =>
  ids.split(' ').filter((id) => id && !found.some((one) => one.id === id))
