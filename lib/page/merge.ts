import { type Merge, mergeItems, pick, type Side } from '#lib/three-way'

import type { PageContent } from './content'

export const fieldNames = {
  title: 'The title',
  slug: 'The address',
  standfirst: 'The standfirst',
  language: 'The language',
} as const
type Field = keyof typeof fieldNames

/** Joins what two editors made of one page: field by field, and its text block by block. Clashes are told by fields, and by ids of blocks. */
export const mergePages: Merge<PageContent> = (base, mine, theirs, choose = {}) => {
  const clashes: string[] = []
  const settle = <T>(name: string, before: T, one: T, other: T): T => {
    const picked = pick(before, one, other)
    if (picked) return picked.is
    clashes.push(name)
    const side: Side = choose[name] ?? 'mine'
    return side === 'mine' ? one : other
  }
  const fields = Object.fromEntries(
    (Object.keys(fieldNames) as Field[]).map((name) => [name, settle(name, base[name], mine[name], theirs[name])]),
  ) as Record<Field, string>
  const body = mergeItems(base.body.content, mine.body.content, theirs.body.content, {
    idOf: ({ attrs }) => attrs.id,
    choose,
  })
  return {
    content: { ...fields, body: { type: 'doc', content: body.items } },
    clashes: [...clashes, ...body.clashes],
  }
}
