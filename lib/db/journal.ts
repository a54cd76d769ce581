export type Migration = { hash: string; statements: string[] }

export const journal = `create table if not exists migrations (hash text primary key, at text not null)`

/**
 * What is still to be applied.
 * @param applied hashes in the database's journal
 */
export function pending(all: Migration[], applied: string[], where: string): Migration[] {
  const known = new Set(all.map(({ hash }) => hash))
  if (applied.some((hash) => !known.has(hash)))
    throw new Error(
      `The database ${where} was made by a newer version of Stet: start that version, or put back a copy made by this one.`,
    )
  return all.filter(({ hash }) => !applied.includes(hash))
}
