import { sameSince, schemaVersion } from '#lib/story/document/nodes'
import { readName } from '#lib/story/text-name'

/** In each copy's database: Yjs updates, in the order in which they came. */
export const UPDATES = 'updates'

/**
 * What is known of the copy, by name: `headline`; `at`, when something was typed last, in milliseconds; `fields`;
 * `unsent:` and which page typed it, until the server has it; `took:` and `took-fields:` with an older copy's name, as
 * far as that was read.
 */
export const FACTS = 'facts'

/** Of the fields beside the text there is one note, not one a page. */
export const UNSENT_FIELDS = 'unsent:fields'

/** A person's copy of a story in this browser; other versions of the document have copies of their own. */
export const copyName = (personId: string, storyId: string, schema = schemaVersion) =>
  `stet:${schema}:${personId}:${storyId}`

/** Copies that pages of earlier versions kept, whose documents are documents of this version as they are. */
export const olderCopies = (personId: string, storyId: string) =>
  Array.from({ length: schemaVersion - sameSince }, (_, i) => copyName(personId, storyId, sameSince + i))

type Named = { name: string; schema: number; person: string; story: string }

/** What a person suggests for a story is in a copy of its own. @returns undefined for a database that is no copy of ours */
function readCopyName(name = ''): Named | undefined {
  const [, schema, person, text] = /^stet:(\d+):([^:]+):(.+)$/.exec(name) ?? []
  return schema && person && text ? { name, schema: Number(schema), person, story: readName(text).storyId } : undefined
}

/** A copy as lists tell of it. */
export type CopyFacts = Named & {
  headline: string
  /** When something was typed last, in milliseconds; 0 where nothing was. */
  at: number
  /** Something in it may be in no server's log. */
  unsent: boolean
}

/** What a person has in this browser, last typed first. @param story of this one alone */
export async function listCopies(person: string, story?: string): Promise<CopyFacts[]> {
  const all = (await databaseNames()).map(readCopyName).filter((one) => one !== undefined)
  const own = all.filter((one) => one.person === person && (story === undefined || one.story === story))
  const read = await Promise.all(own.map(async (one) => ({ ...one, ...(await within(one.name, readFacts)) })))
  const took = new Map(read.flatMap(({ facts = new Map<string, unknown>() }) => [...facts]))
  const isTaken = (name: string, last: number) => Number(took.get(`took:${name}`) ?? -1) >= last
  return read
    .map(({ last = 0, facts, ...named }) => ({
      ...named,
      headline: String(facts?.get('headline') ?? ''),
      at: Number(facts?.get('at') ?? 0),
      unsent: facts
        ? [...facts].some(([key, value]) =>
            key === UNSENT_FIELDS
              ? took.get(`took-fields:${named.name}`) !== value
              : key.startsWith('unsent:') && !isTaken(named.name, last),
          )
        : // A copy of before there were facts may hold anything.
          last > 0 && !isTaken(named.name, last),
    }))
    .sort((a, b) => b.at - a.at)
}

/** Resolves when they are gone. Other pages that have one open lose it, and say so. */
export async function eraseCopies(names: string[]): Promise<void> {
  await Promise.all(names.map((name) => settled(indexedDB.deleteDatabase(name))))
}

/** Opens a copy, made where there is none. */
export function openCopy(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 2)
  request.onupgradeneeded = ({ oldVersion }) => {
    if (oldVersion < 1) request.result.createObjectStore(UPDATES, { autoIncrement: true })
    const facts = request.result.createObjectStore(FACTS)
    if (oldVersion === 1) facts.put(0, 'unsent:before')
  }
  return settled(request)
}

type Facts = {
  /** The number of the newest update; of those to come each is higher. 0 where there is none. */
  last: number
  /** undefined in a copy of before there were any. */
  facts: Map<string, unknown> | undefined
}
export type Read = Facts & { updates: Uint8Array[] }

/** What an open copy holds, as of one moment. */
export async function readAll(database: IDBDatabase): Promise<Read> {
  const transaction = database.transaction([...database.objectStoreNames])
  const [facts, updates] = await Promise.all([
    factsIn(transaction),
    settled<Uint8Array[]>(transaction.objectStore(UPDATES).getAll()),
  ])
  return { ...facts, updates }
}

/** The same without its text, which may be long. */
const readFacts = (database: IDBDatabase) => factsIn(database.transaction([...database.objectStoreNames]))

async function factsIn(transaction: IDBTransaction): Promise<Facts> {
  const known = transaction.objectStoreNames.contains(FACTS)
  const [newest, names, values] = await Promise.all([
    settled(transaction.objectStore(UPDATES).openKeyCursor(null, 'prev')),
    known ? settled(transaction.objectStore(FACTS).getAllKeys()) : [],
    known ? settled<unknown[]>(transaction.objectStore(FACTS).getAll()) : [],
  ])
  const facts = new Map(names.map((name, i) => [String(name), values[i]]))
  return { last: Number(newest?.key ?? 0), facts: known ? facts : undefined }
}

/** What a copy holds; undefined where there is none, and none is made. */
export const readCopy = (name: string): Promise<Read | undefined> => within(name, readAll)

async function within<T>(name: string, read: (database: IDBDatabase) => Promise<T>): Promise<T | undefined> {
  const request = indexedDB.open(name)
  request.onupgradeneeded = () => request.transaction?.abort()
  const database = await settled(request).catch(() => undefined)
  if (!database) return undefined
  try {
    return await read(database)
  } finally {
    database.close()
  }
}

/** None where the browser has no such database, or does not list them. */
async function databaseNames(): Promise<string[]> {
  if (typeof indexedDB === 'undefined' || !indexedDB.databases) return []
  return (await indexedDB.databases().catch(() => [])).map(({ name }) => name ?? '')
}

/** What a request of the browser’s database ends with. */
export const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
