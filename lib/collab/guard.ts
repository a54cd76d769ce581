import * as Y from 'yjs'

import { findBlockFault, findLineFault, idsOf, MOST_BLOCKS } from '#lib/story/document/check'
import { makeOwnIds } from '#lib/story/document/own-ids'
import { lines, parts } from '#lib/story/document/parts'
import { findBlockShapeFault, findLineShapeFault } from '#lib/story/document/shape'
import { rawNodes } from '#lib/story/document/ydoc'
import { serverWriters } from '#lib/suggestion/settle'

/** A paste of a whole book fits into one update, in bytes. */
export const largestUpdate = 2 * 1024 * 1024
/** A text far beyond what anyone prints: its encoded state in bytes. */
const LARGEST_STATE = 8 * 1024 * 1024
/** Merges of two people's first words make a line more. */
const MOST_LINES = 100

export type Verdict =
  /** `doubles` came with the id of another block, or took it: an honest merge can do so, and they are to get their own. */
  | { ok: true; doubles?: Y.ID[] }
  /** It builds on something that is not here, or brings what another has written and is not here yet. */
  | { ok: false; missing: true }
  /** `fault` is for the log, no content in it. */
  | { ok: false; missing?: undefined; fault: string }

type Type = Y.AbstractType<unknown>
/** What stands in a part or was put there, each with the part; blocks, unless somebody means harm. */
type Touched = Map<unknown, Type>

export type Guard = ReturnType<typeof makeGuard>

/**
 * Inspects updates before they are kept or anyone sees them, on a document of its own that runs ahead of the room's:
 * it holds what was let pass and is still being appended, too. Only the touched blocks are looked at.
 * @param ydoc the room's document, loaded
 */
export function makeGuard(ydoc: Y.Doc) {
  const passed = new Set<Uint8Array>()
  let shadow = shadowOf()
  let ids = makeOwnIds(shadow.getXmlFragment('body'))
  let size = Y.encodeStateAsUpdate(ydoc).length

  function shadowOf() {
    const copy = new Y.Doc()
    // Parts that exist before anything is applied stay the objects that transactions name.
    for (const name of parts) copy.getXmlFragment(name)
    copy.transact(() => {
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(ydoc))
      for (const update of passed) Y.applyUpdate(copy, update)
    })
    return copy
  }

  /** What is not in the room's document, and not let pass, was never there. */
  function forget() {
    shadow = shadowOf()
    ids = makeOwnIds(shadow.getXmlFragment('body'))
  }

  /** Applies it to the shadow, and notes which blocks it touched, and by which numbers it has new things written. */
  function touch(update: Uint8Array) {
    const touched: Touched = new Map()
    // More than one: Yjs cleans up formatting in a transaction of its own.
    const writers = new Set<number>()
    const note = (transaction: Y.Transaction) => {
      addTouched(touched, transaction)
      const { beforeState, afterState } = transaction
      for (const [writer, clock] of afterState) if (clock > (beforeState.get(writer) ?? 0)) writers.add(writer)
    }
    shadow.on('afterTransaction', note)
    const decoder = { arr: update, pos: 0 }
    try {
      Y.readUpdate(decoder, shadow)
    } catch {
      return { touched, writers, fault: 'not an update' }
    } finally {
      shadow.off('afterTransaction', note)
    }
    // Yjs would leave it unread, and the log would keep it.
    return decoder.pos < update.length ? { touched, writers, fault: 'more than an update' } : { touched, writers }
  }

  function judge(update: Uint8Array, isAnothers: (writer: number) => boolean): Verdict {
    if (update.length > largestUpdate) return { ok: false, fault: 'too large' }
    const { touched, writers, fault: unread } = touch(update)
    if (unread) return { ok: false, fault: unread }
    if (shadow.store.pendingStructs || shadow.store.pendingDs) return { ok: false, missing: true }
    // Of two texts under one number everybody takes the one that he met first: whoever types the other would lose it.
    if ([...writers].some((writer) => serverWriters.includes(writer) || isAnothers(writer)))
      return { ok: false, missing: true }
    // What costs least to find comes first.
    const fault = findStrangeRoot(shadow) ?? findExcess(update) ?? findTouchedFault(shadow, touched)
    if (fault !== undefined) return { ok: false, fault }
    const doubles = lookAt(touched)
    return doubles.length ? { ok: true, doubles } : { ok: true }
  }

  function lookAt(touched: Touched): Y.ID[] {
    const body = shadow.getXmlFragment('body')
    return [...touched].flatMap(([block, part]) =>
      part === body && block instanceof Y.XmlElement && !block._item?.deleted ? ids.look(block) : [],
    )
  }

  function findExcess(update: Uint8Array): string | undefined {
    if (shadow.getXmlFragment('body').length > MOST_BLOCKS) return 'too many blocks'
    for (const name of lines) if (shadow.getXmlFragment(name).length > MOST_LINES) return 'too many lines'
    size += update.length
    if (size > LARGEST_STATE) size = Y.encodeStateAsUpdate(shadow).length
    return size > LARGEST_STATE ? 'the text is too long' : undefined
  }

  return {
    /**
     * Whether the update may be kept. What is let pass is to be settled; nothing remains of what is not.
     * @param isAnothers whether that is the number of somebody else's browser, who may be writing under it just now
     */
    inspect(update: Uint8Array, isAnothers: (writer: number) => boolean = () => false): Verdict {
      let verdict: Verdict
      try {
        verdict = judge(update, isAnothers)
      } catch (error) {
        // Nested so deeply that looking at it ran out of stack; what was applied must not stay in the shadow.
        if (!(error instanceof RangeError)) throw error
        verdict = { ok: false, fault: 'nested too deeply' }
      }
      if (verdict.ok) passed.add(update)
      else forget()
      return verdict
    },
    /** The update is in the room's document now; or, not `kept`, it never will be. */
    settle(update: Uint8Array, kept: boolean) {
      passed.delete(update)
      if (!kept) forget()
    },
    /** Another process has let it pass: one that is newer knows blocks that a page of ours would delete. */
    follow(update: Uint8Array): Verdict {
      const { touched, fault } = touch(update)
      if (fault) return { ok: false, fault }
      const strange = findStrangeRoot(shadow) ?? findTouchedFault(shadow, touched)
      if (strange !== undefined) return { ok: false, fault: strange }
      // Whoever let it pass sees to its doubles.
      lookAt(touched)
      return { ok: true }
    },
    /** Blocks with the id of another that were there from the start. */
    doubles: () => ids.doubles,
  }
}

function findStrangeRoot(ydoc: Y.Doc): string | undefined {
  for (const [name, type] of ydoc.share) {
    if (!(parts as readonly string[]).includes(name)) return 'unknown part of the document'
    if (type._map.size) return `attributes on the ${name}`
  }
  return undefined
}

/** Top-level blocks that a transaction changed or brought, each with the part that it stands in. */
function addTouched(blocks: Touched, { changed, beforeState }: Y.Transaction) {
  for (const type of changed.keys()) {
    let block = type as Type
    while (block.parent?.parent) block = block.parent
    if (block.parent) blocks.set(block, block.parent)
    // The part's own list of blocks changed: Yjs names the list only, so its new items are looked for.
    else
      for (let item = block._start; item; item = item.right)
        if (!item.deleted && item.id.clock >= (beforeState.get(item.id.client) ?? 0))
          for (const child of contentOf(item)) blocks.set(child, block)
  }
}

/** A format has no content of its own, and is none of a part's. */
const contentOf = ({ content }: Y.Item): unknown[] =>
  content instanceof Y.ContentFormat ? [content] : content.getContent()

function findTouchedFault(ydoc: Y.Doc, blocks: Touched): string | undefined {
  for (const [block, part] of blocks) {
    if (!(block instanceof Y.XmlElement)) return 'no block'
    // What was deleted in the same breath is nobody's to see.
    if (block._item?.deleted) continue
    const inBody = part === ydoc.getXmlFragment('body')
    const fault = inBody ? findShapeOrBlockFault(block) : (findLineShapeFault(block) ?? findLineFault(rawNode(block)))
    if (fault) return fault
  }
  return undefined
}

function findShapeOrBlockFault(block: Y.XmlElement): string | undefined {
  const node = rawNode(block)
  const fault = findBlockShapeFault(block) ?? findBlockFault(node)
  if (fault) return fault
  return idsOf(node).length > MOST_BLOCKS ? 'too many blocks' : undefined
}

const rawNode = (element: Y.XmlElement) => rawNodes(element)[0]
