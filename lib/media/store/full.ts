import { Refusal } from '#lib/errors'

const codeOf = (error: unknown) => (error as { code?: unknown } | undefined)?.code

/** No room on the disk, or none for this user. */
export const isFull = (error: unknown): boolean => ['ENOSPC', 'EDQUOT'].includes(String(codeOf(error)))

/** In words for whoever sent the file; it is not the file's fault, and later there may be room. */
export const diskFull = () => new Refusal('busy', 'The disk is full, so this file was not kept. Tell an admin.')

/** A file or folder that is not there. */
export const isGone = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(String(codeOf(error)))

export function unlessGone(error: unknown): undefined {
  if (!isGone(error)) throw error
}
