import type { Kept } from './local-copy'

export type Save = 'opening' | 'saved' | 'saving' | 'device' | 'window' | 'refused' | 'signed-out' | 'read-only'

export type Facts = {
  /** There is a text to write in. */
  open: boolean
  /** The connection broke, or never came about. */
  lost: boolean
  /** Something here may not be in the server's log. */
  unsent: boolean
  /** Whether all of it is in this device's own database. */
  kept: Kept
  readOnly: boolean
  signedOut: boolean
  refusal: string | undefined
}

const onDevice = { keeping: 'saving', kept: 'device', broken: 'window' } as const

/** Where the text would be found again if this window closed now. */
export type Place = 'device' | 'server' | 'window'

export function placeOf({ unsent, kept }: Pick<Facts, 'unsent' | 'kept'>): Place {
  if (kept === 'kept') return 'device'
  return unsent ? 'window' : 'server'
}

/** The one answer to "is it saved?". */
export function saveOf({ open, lost, unsent, kept, readOnly, signedOut, refusal }: Facts): Save {
  if (refusal !== undefined) return 'refused'
  if (signedOut) return 'signed-out'
  if (readOnly) return 'read-only'
  if (!open) return 'opening'
  if (!unsent) return 'saved'
  return lost ? onDevice[kept] : 'saving'
}
