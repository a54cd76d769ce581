import { isRefusal } from '#lib/errors'

/** How a program answers that a file is not taken; for whoever sent it. */
export type Refused = { refused: 'invalid' | 'too-large'; message: string }

/** @throws what is no refusal of a file */
export function refusedOf(error: unknown): Refused {
  if (!isRefusal(error) || (error.reason !== 'invalid' && error.reason !== 'too-large')) throw error
  return { refused: error.reason, message: error.message }
}
