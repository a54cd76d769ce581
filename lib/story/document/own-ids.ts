import * as Y from 'yjs'

import { newId } from '#lib/id'

/** Which element of a body has which id: of two with one id, which a merge can make or somebody means, the first holds it. */
export function makeOwnIds(body: Y.XmlFragment) {
  const owners = new Map<string, Y.XmlElement>()

  function owns(element: Y.XmlElement, id: string): boolean {
    const owner = owners.get(id)
    if (owner && owner !== element && !owner._item?.deleted && owner.getAttribute('id') === id) return false
    owners.set(id, element)
    return true
  }

  /** Looks at a block that is new or was changed. @returns the elements whose id is another's */
  function look(block: Y.XmlElement): Y.ID[] {
    const id = block.getAttribute('id')
    const item = block._item
    const own = item && typeof id === 'string' && !owns(block, id) ? [item.id] : []
    return [...own, ...block.toArray().flatMap((child) => (child instanceof Y.XmlElement ? look(child) : []))]
  }

  const doubles = body.toArray().flatMap((block) => (block instanceof Y.XmlElement ? look(block) : []))
  return { look, /** Those that were there from the start. */ doubles }
}

/**
 * Gives elements ids of their own, where they still stand.
 * @returns the edit, made on a copy; undefined when there is nothing to do
 */
export function renameUpdate(ydoc: Y.Doc, elements: readonly Y.ID[]): Uint8Array | undefined {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(ydoc))
  const before = Y.encodeStateVector(copy)
  copy.transact(() => {
    for (const id of elements) elementAt(copy, id)?.setAttribute('id', newId())
  })
  return Y.encodeStateVector(copy).length > before.length ? Y.encodeStateAsUpdate(copy, before) : undefined
}

function elementAt(ydoc: Y.Doc, id: Y.ID): Y.XmlElement | undefined {
  const item = Y.getItem(ydoc.store, id)
  if (!(item instanceof Y.Item) || item.deleted || !(item.content instanceof Y.ContentType)) return undefined
  return item.content.type instanceof Y.XmlElement ? item.content.type : undefined
}
