import type { View } from '#lib/people/narrow'

/** The people screen's address: which people, and whose panel is open (`new` invites somebody). */
export function peopleAddress({ view, q, id }: { view: View; q: string; id?: string }): string {
  const asked = new URLSearchParams({ ...(view !== 'everyone' && { view }), ...(q && { q }), ...(id && { id }) })
  return asked.size ? `/admin/people?${asked}` : '/admin/people'
}
