import { leftBehind } from '#lib/publication/addresses'
import type { Live } from '#lib/publication/live'
import { liveAddresses, livePeople } from '#lib/site/tables'

import type { PersonContent } from './content'

const tables = { people: livePeople, addresses: liveAddresses }

const pathOf = (person: { slug: string }) => `/bylines/${person.slug}`

/** How a person's public profile becomes what readers see; an earlier address leads to the present one. */
export const livePerson: Live<PersonContent, typeof tables> = {
  kind: 'person',
  tables,
  rows(content, before, stamp) {
    if (!content) throw new Error('people are removed, never withdrawn')
    const { slug, name, title, bio, face = null } = content
    const had = before.people.map(pathOf)
    return {
      people: [{ subject: stamp.subject, slug, name, title, bio, face }],
      addresses: leftBehind('person', had, before.addresses, pathOf(content), { state: 'moved' }, stamp),
    }
  },
  keys: ({ people, addresses }) => [
    ...people.flatMap((person) => [`person:${person.subject}`, `path:${pathOf(person)}`]),
    ...addresses.flatMap(({ path, target }) => [`path:${path}`, `person:${target}`]),
  ],
}
