/** The topics' address: which topics, and whose panel is open (`new` adds one). */
export function topicsAddress({ q, id }: { q: string; id?: string }): string {
  const asked = new URLSearchParams({ ...(q && { q }), ...(id && { id }) })
  return asked.size ? `/desk/topics?${asked}` : '/desk/topics'
}
