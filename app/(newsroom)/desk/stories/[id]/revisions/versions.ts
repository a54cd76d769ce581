import type { StoryVersion } from '#lib/story/content'
import type { StoryText } from '#lib/story/document/changes'
import { cropTold } from '#lib/story/document/crop-text'
import type { MediaUse } from '#lib/story/document/nodes'
import { readMain } from '#lib/story/main-text'
import type { ListedRevision } from '#lib/story/queries/revisions'

import type { Choices, Named, ReadersFields } from '../props'
import { comparable, fieldNames } from '../room/waiting'

/** A field by what it is compared by, and as it is shown. */
export type ToldField = { key: string; shown: string }
export type Version = { text: StoryText; fields: Record<keyof ReadersFields, ToldField> }

/** A revision as the history lists it; its time in milliseconds. */
export type Listed = Omit<ListedRevision, 'at'> & { at: number }

/** A revision by its number, or the working copy. */
export type Which = number | 'now'

/**
 * The working copy as it stands on this screen.
 * @param pictures what is known of the library
 */
export const workingVersion = (
  text: StoryText,
  fields: ReadersFields,
  { sections }: Choices,
  pictures: ReadonlyMap<string, { name: string } | null> = new Map(),
): Version => {
  const names = (list: Named[]) => list.map(({ name }) => name).join(', ')
  return {
    text,
    fields: told(comparable(fields), {
      sectionId: sections.find(({ id }) => id === fields.sectionId)?.name ?? '',
      main: pictureTold(readMain(fields.main), (id) => pictures.get(id)?.name),
      topics: names(fields.topics),
      people: names(fields.people),
      related: names(fields.related),
      original: names(fields.original),
    }),
  }
}

/** A revision, its ids by the names that they have now. */
export function keptVersion(content: StoryVersion, names: Map<string, string>): Version {
  const { headline, standfirst, body, ...fields } = content
  const named = (ids: string[]) => ids.map((id) => names.get(id) ?? 'no longer there').join(', ')
  return {
    text: { headline, standfirst, body },
    fields: told(comparable(fields), {
      sectionId: fields.sectionId ? named([fields.sectionId]) : '',
      main: pictureTold(fields.main, (id) => names.get(id)),
      topics: named(fields.topics),
      people: named(fields.people),
      related: named(fields.related),
      original: named(fields.original ? [fields.original] : []),
    }),
  }
}

/** `gate-four. Caption: At five. Shown: 50% of its width, 80% of its height`: with what it says of its own in the story. */
function pictureTold(main: MediaUse | null, nameOf: (id: string) => string | undefined): string {
  if (!main) return ''
  const own = { Caption: main.caption, Credit: main.credit, 'Alt text': main.alt, Shown: cropTold(main.crop) }
  const said = Object.entries(own).flatMap(([label, text]) => (text ? [`${label}: ${text}`] : []))
  return [nameOf(main.media) ?? 'no longer there', ...said].join('. ')
}

const told = (keys: Record<keyof ReadersFields, string>, shown: Partial<Record<keyof ReadersFields, string>>) =>
  Object.fromEntries(
    fieldNames.map((name) => [name, { key: keys[name], shown: shown[name] ?? keys[name] }]),
  ) as Version['fields']

export const changedFields = (was: Version, is: Version) =>
  fieldNames.filter((name) => was.fields[name].key !== is.fields[name].key)

/** Why a version was kept, in words. */
export function reasonOf({ why, restored }: Pick<Listed, 'why' | 'restored'>): string {
  switch (why) {
    case 'begun':
      return 'As it came in'
    case 'published':
      return 'Published'
    case 'scheduled':
      return 'Scheduled'
    case 'named':
      return 'Kept by hand'
    case 'preview':
      return 'For a preview link'
    case 'spell':
      return 'End of a spell of work'
    case 'restore':
      return `Before revision ${restored} was restored`
  }
}
