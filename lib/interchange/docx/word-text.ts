import type { Block } from '#lib/story/document/nodes'

/** What a Word file holds for a story, and how many of what it also holds were left out, or taken as settled. */
export type WordText = { blocks: Block[]; pictures: number; comments: number; changes: number }

/** Bytes that a Word file may have: its words take few of them, its pictures most. */
export const largestWord = 30_000_000
