import type { liveAddresses } from '#lib/site/tables'

import type { Stamp } from './live'
import type { Kind } from './tables'

export type Address = typeof liveAddresses.$inferSelect

/** What earlier addresses shall say: that the noun moved (301), to itself or to its taker-over, or is gone (410). */
export type Sign = { state: 'moved'; target?: string } | { state: 'gone'; note: string }

/**
 * The address rows of a noun after an act; pure.
 * @param had addresses it was reached at until the act
 * @param before its address rows until the act; those that say the same already keep their time and place in the log
 * @param now the address it is reached at from now on, which needs no row; undefined when there is none
 */
export function leftBehind(
  kind: Kind,
  had: string[],
  before: Address[],
  now: string | undefined,
  sign: Sign,
  stamp: Stamp,
): Address[] {
  const { subject, at, seq } = stamp
  const target = (sign.state === 'moved' && sign.target) || subject
  const note = sign.state === 'gone' ? sign.note : ''
  const row = (path: string): Address => ({ kind, subject, path, state: sign.state, target, note, at, seq })
  const standing = new Map(
    before.filter((old) => old.state === sign.state && old.target === target).map((old) => [old.path, old]),
  )
  const paths = new Set([...had, ...before.map((old) => old.path)])
  return [...paths]
    .filter((path) => path !== now)
    .map((path) => (had.includes(path) ? row(path) : (standing.get(path) ?? row(path))))
}
