export type Save = 'opening' | 'saved' | 'saving' | 'device' | 'refused' | 'signed-out' | 'read-only'

export type Facts = {
  /** There is a text to write in. */
  open: boolean
  /** The connection broke, or never came about. */
  lost: boolean
  /** Something here may not be in the server's log. */
  unsent: boolean
  readOnly: boolean
  signedOut: boolean
  refusal: string | undefined
}

/** The one answer to "is it saved?". */
export function saveOf({ open, lost, unsent, readOnly, signedOut, refusal }: Facts): Save {
  if (refusal !== undefined) return 'refused'
  if (signedOut) return 'signed-out'
  if (readOnly) return 'read-only'
  if (!open) return 'opening'
  if (!unsent) return 'saved'
  return lost ? 'device' : 'saving'
}
