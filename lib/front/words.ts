import type { Container, Source } from '#lib/site/front/content'
import { facts } from '#lib/site/front/kinds/facts'

/** What a container is called on the desk: its title, else where it is filled from, else its kind. */
export function labelOf({ title, source, kind }: Container, names: ReadonlyMap<string, string>): string {
  if (title) return title
  return (source.of !== 'newest' && names.get(source.id)) || facts[kind].name
}

/** Where free slots are filled from, in words. */
export const sourceWords = (source: Source, names: ReadonlyMap<string, string>): string =>
  source.of === 'newest' ? 'The newest of the paper' : (names.get(source.id) ?? 'Something that is gone')
