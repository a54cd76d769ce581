import { alsoReadHeadlines } from '#lib/checks/paste/also-read'
import { doctor } from '#lib/checks/paste/doctor'
import type { Context, Finding } from '#lib/checks/paste/finding'
import type { Block } from '#lib/story/document/nodes'

export type Look = { blocks: readonly Block[]; context: Context }
/** What looks wrong, and the headlines of "Also read" lines, to be looked up. */
export type Seen = { findings: Finding[]; headlines: string[] }

/** What the doctor finds, and which headlines it needs looked up. */
export const look = ({ blocks, context }: Look): Seen => ({
  findings: doctor(blocks, context),
  headlines: alsoReadHeadlines(blocks),
})
