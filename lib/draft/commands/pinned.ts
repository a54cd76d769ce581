import type { Tx } from '#lib/db/client'

/** A kept revision, as it was kept. */
export type Pinned = { id: number; schema: number; content: unknown }

/**
 * Gives readers what was pinned, for who pinned it, whether or not the draft says something else by now.
 * @returns its place in the publication log
 * @throws Refusal where something is wrong with it by now
 */
export type PublishPinned = (tx: Tx, id: string, pinned: Pinned, by: { by: string; at: Date }) => Promise<number>
