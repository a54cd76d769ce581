import type { Block } from '#lib/story/document/nodes'

/** Whether a paste is long enough to be a page, not a passage. */
export const needsDoctor = (blocks: readonly Block[]) => blocks.length > 5
