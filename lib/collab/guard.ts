import * as Y from 'yjs'

import { findBlockFault, findLineFault } from '#lib/story/document/check'
import { fragments, rawNodes } from '#lib/story/document/ydoc'

/** A paste of a whole book fits into one update, in bytes. */
export const largestUpdate = 2 * 1024 * 1024
/** A text far beyond what anyone prints: its encoded state in bytes, and its blocks. */
const LARGEST_STATE = 8 * 1024 * 1024
const MOST_BLOCKS = 5000

export type Verdict =
  | { ok: true }
  /** It builds on something that is not here. */
  | { ok: false; missing: true }
  /** `fault` is for the log, no content in it. */
  | { ok: false; missing?: undefined; fault: string }

type Type = Y.AbstractType<unknown>

export type Guard = ReturnType<typeof makeGuard>

/**
 * Inspects updates before they are kept or anyone sees them, on a document of its own that runs ahead of the room's:
 * it holds what was let pass and is still being appended, too. Only the touched blocks are looked at.
 * @param ydoc the room's document, loaded
 */
export function makeGuard(ydoc: Y.Doc) {
  const passed = new Set<Uint8Array>()
  let shadow = shadowOf()
  let size = Y.encodeStateAsUpdate(ydoc).length

  function shadowOf() {
    const copy = new Y.Doc()
    // Parts that exist before anything is applied stay the objects that transactions name.
    for (const name of fragments) copy.getXmlFragment(name)
    copy.transact(() => {
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(ydoc))
      for (const update of passed) Y.applyUpdate(copy, update)
    })
    return copy
  }

  function judge(update: Uint8Array): Verdict {
    if (update.length > largestUpdate) return { ok: false, fault: 'too large' }
    const touched = new Map<Type, Type>()
    // More than one: Yjs cleans up formatting in a transaction of its own.
    const note = (transaction: Y.Transaction) => addTouched(touched, transaction)
    shadow.on('afterTransaction', note)
    try {
      Y.applyUpdate(shadow, update)
    } catch {
      return { ok: false, fault: 'not an update' }
    } finally {
      shadow.off('afterTransaction', note)
    }
    if (shadow.store.pendingStructs || shadow.store.pendingDs) return { ok: false, missing: true }
    const fault = findStrangeRoot(shadow) ?? findTouchedFault(shadow, touched) ?? findExcess(update)
    return fault === undefined ? { ok: true } : { ok: false, fault }
  }

  function findExcess(update: Uint8Array): string | undefined {
    if (shadow.getXmlFragment('body').length > MOST_BLOCKS) return 'too many blocks'
    size += update.length
    if (size > LARGEST_STATE) size = Y.encodeStateAsUpdate(shadow).length
    return size > LARGEST_STATE ? 'the text is too long' : undefined
  }

  return {
    /** Whether the update may be kept. What is let pass is to be settled; nothing remains of what is not. */
    inspect(update: Uint8Array): Verdict {
      let verdict: Verdict
      try {
        verdict = judge(update)
      } catch (error) {
        // Nested so deeply that looking at it ran out of stack; what was applied must not stay in the shadow.
        if (!(error instanceof RangeError)) throw error
        verdict = { ok: false, fault: 'nested too deeply' }
      }
      if (verdict.ok) passed.add(update)
      else shadow = shadowOf()
      return verdict
    },
    /** The update is in the room's document now; or, not `kept`, it never will be. */
    settle(update: Uint8Array, kept: boolean) {
      passed.delete(update)
      if (!kept) shadow = shadowOf()
    },
    /** Another process has let it pass. */
    follow: (update: Uint8Array) => Y.applyUpdate(shadow, update),
  }
}

function findStrangeRoot(ydoc: Y.Doc): string | undefined {
  for (const [name, type] of ydoc.share) {
    if (!(fragments as readonly string[]).includes(name)) return 'unknown part of the document'
    if (type._map.size) return `attributes on the ${name}`
  }
  return undefined
}

/** Top-level blocks that a transaction changed or brought, each with the part that it stands in. */
function addTouched(blocks: Map<Type, Type>, { changed, beforeState }: Y.Transaction) {
  for (const type of changed.keys()) {
    let block = type as Type
    while (block.parent?.parent) block = block.parent
    if (block.parent) blocks.set(block, block.parent)
    // The part's own list of blocks changed: Yjs names the list only, so its new items are looked for.
    else
      for (let item = block._start; item; item = item.right)
        if (!item.deleted && item.id.clock >= (beforeState.get(item.id.client) ?? 0))
          for (const child of item.content.getContent()) blocks.set(child, block)
  }
}

function findTouchedFault(ydoc: Y.Doc, blocks: Map<Type, Type>): string | undefined {
  for (const [block, part] of blocks) {
    if (!(block instanceof Y.XmlElement)) return 'no block'
    // What was deleted in the same breath is nobody's to see.
    if (block._item?.deleted) continue
    const find = part === ydoc.getXmlFragment('body') ? findBlockFault : findLineFault
    for (const node of rawNodes(block)) {
      const fault = find(node)
      if (fault) return fault
    }
  }
  return undefined
}
