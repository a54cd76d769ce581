const part = String.raw`(?!\.)(?:\w|-|\.(?!\.))+`
const key = new RegExp(`^(?=[\\w-]{2})${part}(?:/${part})*$`)

/** Far below what a file's name may have, with the folders in front of it. */
const LONGEST = 200

/**
 * The one rule for the names of stored files: parts of letters, digits, `_`, `-` and single dots, none at a part's
 * beginning, divided by slashes; the first two signs are no dots. We make them ourselves, so another one is a bug.
 */
export function ensureKey(name: string): void {
  if (!isKey(name)) throw new Error('Not the name of a stored file.')
}

export const isKey = (name: string): boolean => name.length <= LONGEST && key.test(name)

/** The same for what is removed with all that begins with it. */
export function ensureFolder(name: string): void {
  if (!name.endsWith('/')) throw new Error('A folder of stored files ends with a slash.')
  ensureKey(name.slice(0, -1))
}
