import type { Block } from '#lib/story/document/nodes'

import { findAlsoRead } from './also-read'
import { findMissing } from './fields'
import type { Context, Finding } from './finding'
import { findQuotes } from './quotes'
import { findRepeats } from './repeats'
import { findSubHeads } from './sub-heads'
import { findTail } from './tail'

/**
 * What looks wrong in these blocks, in document order, empty fields first. Each finder is asked about what the certain
 * findings before it leave, so a line said twice is counted once; what the editor keeps counts for all again.
 * Nothing is changed; hand parts to `editsOf` and `applyEdits`.
 */
export function doctor(blocks: readonly Block[], context: Context = {}): Finding[] {
  const findings: Finding[] = []
  let rest = blocks
  for (const find of [findRepeats, findTail, findAlsoRead]) {
    const found = find(rest, context)
    findings.push(...found)
    const claimed = new Set(found.filter(({ certain }) => certain).flatMap((finding) => finding.blocks))
    if (claimed.size > 0) rest = rest.filter(({ attrs }) => !claimed.has(attrs.id))
  }
  for (const find of [findMissing, findSubHeads, findQuotes]) findings.push(...find(rest, context))
  const at = new Map(blocks.map(({ attrs }, index) => [attrs.id, index]))
  const place = ({ field, blocks: [first] }: Finding) => (field ? -1 : (at.get(first ?? '') ?? blocks.length))
  return findings.sort((a, b) => place(a) - place(b))
}
