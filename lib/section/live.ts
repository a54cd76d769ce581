import { leftBehind } from '#lib/publication/addresses'
import type { Live } from '#lib/publication/live'
import { liveAddresses, liveSections } from '#lib/site/tables'

import type { SectionContent } from './content'

const tables = { sections: liveSections, addresses: liveAddresses }

const pathOf = (section: { slug: string }) => `/${section.slug}`

/** How a section's revisions become what readers see; an earlier address leads to the present one. */
export const liveSection: Live<SectionContent, typeof tables> = {
  kind: 'section',
  tables,
  rows(content, before, stamp) {
    if (!content) throw new Error('sections are removed, never withdrawn')
    const { slug, name, colour, position } = content
    const had = before.sections.map(pathOf)
    return {
      sections: [{ subject: stamp.subject, slug, name, colour, position }],
      addresses: leftBehind('section', had, before.addresses, pathOf(content), { state: 'moved' }, stamp),
    }
  },
  // The menu stands on every page, so every page is made of it.
  keys: ({ sections, addresses }) => [
    'menu:',
    ...sections.flatMap((section) => [`section:${section.subject}`, `path:${pathOf(section)}`]),
    ...addresses.flatMap(({ path, target }) => [`path:${path}`, `section:${target}`]),
  ],
}
