import type { FieldName, MediaFields } from './fields'
import type { FileWords } from './pixels/taken-picture'

/** A name without its extension, as one would say it. */
const spoken = (name: string) => name.replace(/\.[\w]{2,5}$/, '')

/**
 * Fields as a file fills them.
 * @returns them, and which of them the file has said
 */
export function fieldsFrom(words: FileWords, name: string): { said: Partial<MediaFields>; fromFile: FieldName[] } {
  const { headline, caption, credit, creator, copyright, keywords, place, instructions } = words
  const said = filled({
    name: headline?.slice(0, 200) || spoken(name) || name,
    caption: caption?.slice(0, 1000),
    credit: (credit || creator)?.slice(0, 200),
    source: copyright?.slice(0, 200),
    notes: instructions?.slice(0, 2000),
    dateline: place?.slice(0, 100),
    keywords: keywords?.slice(0, 50).map((word) => word.slice(0, 80)),
  })
  const fromFile = (Object.keys(said) as FieldName[]).filter((field) => field !== 'name' || headline)
  return { said, fromFile }
}

const filled = <Fields extends Record<string, string | string[] | undefined>>(fields: Fields) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value?.length)) as Partial<MediaFields>
