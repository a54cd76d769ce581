import type { Section } from '../queries/paper'
import { isVoice } from '../view/colour'
import type { Container, FrontContent, FrontId, Source } from './content'
import type { KindName } from './kinds/facts'

const inRow = 3

/** A front that no editor has made. @param sections in the order of the menu */
export function defaultFront(id: FrontId, sections: readonly Section[]): FrontContent {
  if (id !== 'home') {
    const [of, place] = id.split(/:(.*)/) as ['section' | 'topic', string]
    return { containers: [make('opener', { of, id: place })] }
  }
  const newest: Source = { of: 'newest' }
  const voice = sections.find(isVoice)
  const others = sections.filter((section) => section !== voice)
  return {
    containers: [
      make('lead', newest),
      make('splash', newest),
      ...(voice ? [make('opinion', inSection(voice))] : []),
      ...others.slice(0, inRow).map((section) => make('column', inSection(section))),
      make('essay', newest),
      make('briefs', newest),
      ...others.slice(inRow).map((section) => make('list', inSection(section))),
    ],
  }
}

const inSection = ({ id }: Section): Source => ({ of: 'section', id })

/** Its id is told by what it is: the same on every front that nobody has made. */
const make = (kind: KindName, source: Source): Container => ({
  id: source.of === 'newest' ? kind : `${kind}-${source.id}`,
  kind,
  title: '',
  source,
  slots: [],
})
