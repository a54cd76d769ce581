import { parseCursor } from './cursor'

type Query = Record<string, string | string[] | undefined>

export type ListProps<Params> = { params: Promise<Params>; searchParams: Promise<Query> }

/** The page of a list that an address asks for; undefined for the first, and for anything that is no page of ours. */
export async function cursorOf(searchParams: Promise<Query>): Promise<string | undefined> {
  const { before } = await searchParams
  return typeof before === 'string' && parseCursor(before) ? before : undefined
}
