import { fold } from '#lib/db/fold'

import type { Listed } from './queries'
import { type Role, roles } from './tables'

export const views = ['everyone', ...roles, 'invited', 'disabled'] as const
export type View = (typeof views)[number]

const inView = (view: View) => (person: Listed) =>
  view === 'everyone' ||
  (view === 'invited' || view === 'disabled' ? person.state === view : person.role === (view as Role))

/** People of a view whose name or address holds every word of the query, whatever case and accents. */
export function narrow(people: readonly Listed[], view: View, query: string): Listed[] {
  const words = fold(query).split(/\s+/).filter(Boolean)
  return people.filter(inView(view)).filter((person) => {
    const text = fold(`${person.name} ${person.email}`)
    return words.every((word) => text.includes(word))
  })
}

/** How many people each view holds. */
export const countViews = (people: readonly Listed[]) =>
  Object.fromEntries(views.map((view) => [view, people.filter(inView(view)).length])) as Record<View, number>
