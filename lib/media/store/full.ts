import { Refusal } from '#lib/errors'

const codeOf = (error: unknown) => (error as { code?: unknown } | undefined)?.code

/** No room on the disk, or none for this user. */
export const isFull = (error: unknown): boolean => ['ENOSPC', 'EDQUOT'].includes(String(codeOf(error)))

/** In words for whoever sent the file; it is not the file's fault, and later there may be room. */
export const diskFull = () => new Refusal('busy', 'The disk is full, so this file was not kept. Tell an admin.')

/** What a process of ours answers that could not write a file: the fault's code. */
export type Unwritten = { unwritten: string }

export const unwritten = (error: unknown): Unwritten => ({ unwritten: String(codeOf(error)) })

export const unwrittenError = ({ unwritten: code }: Unwritten): Error =>
  isFull({ code }) ? diskFull() : new Error(`a file could not be written: ${code}`)

/** A file or folder that is not there. */
export const isGone = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(String(codeOf(error)))

export function unlessGone(error: unknown): undefined {
  if (!isGone(error)) throw error
}
