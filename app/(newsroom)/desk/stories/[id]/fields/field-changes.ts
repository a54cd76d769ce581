import type { Fields, Named } from '../props'

export type FieldName = keyof Fields

/** What a device keeps of the fields: what the server had, what each was changed from, and what is typed and unsent. */
export type KeptFields = { version: number; stands: Stands; base: Fields; unsent: Partial<Fields> }

/** What a field holds on the server: of a list the ids, in order. */
export type Stands = { [Name in FieldName]: Fields[Name] extends Named[] ? string[] : Fields[Name] }

export const lists = ['topics', 'people', 'related', 'original'] as const
export type ListName = (typeof lists)[number]
export const isList = (name: FieldName): name is ListName => lists.includes(name as ListName)

/** Whether two values of a field are the same: lists by their ids, in order. */
export const same = (a: unknown, b: unknown) => key(a) === key(b)
const key = (value: unknown) =>
  Array.isArray(value) ? value.map((one: string | Named) => (typeof one === 'string' ? one : one.id)).join() : value

const idsOf = (list: Named[]) => list.map(({ id }) => id)

/** What stands, from what the page was told. */
export const standsOf = (fields: Fields): Stands => ({
  ...fields,
  topics: idsOf(fields.topics),
  people: idsOf(fields.people),
  related: idsOf(fields.related),
  original: idsOf(fields.original),
})

/** The fields that nobody changes on this screen and that stand otherwise on the server: they may follow it. */
export const untouched = (mine: Fields, base: Fields, stands: Stands): FieldName[] =>
  (Object.keys(stands) as FieldName[]).filter((name) => same(mine[name], base[name]) && !same(base[name], stands[name]))

/** Whether a colleague wrote this field since this screen last agreed with the server, and something else. */
export const isTheirs = (name: FieldName, value: unknown, base: Fields, stands: Stands): boolean =>
  !same(stands[name], base[name]) && !same(stands[name], value)

/** Of a list, what this person took away and added is done to the list that now stands, so nobody's choice is lost. */
export function mergedIds(before: Named[], mine: Named[], theirs: string[]): string[] {
  const has = (list: Named[], id: string) => list.some((one) => one.id === id)
  const kept = theirs.filter((id) => !has(before, id) || has(mine, id))
  return [...kept, ...mine.flatMap(({ id }) => (has(before, id) || kept.includes(id) ? [] : id))]
}
