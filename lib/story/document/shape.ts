import type { Schema } from '@tiptap/pm/model'
import * as Y from 'yjs'

import { findMarkFault } from './check'
import { bodySchema, lineSchema } from './schema'

type Type = { _start: Y.Item | null }

/**
 * What a block holds that no editor would put there, and that reading it as JSON passes over in silence: formats
 * outside a text or round no letter, bytes and documents between letters, attributes on a text.
 * What was deleted is nobody's to see.
 * @returns a few words for the log, or undefined
 */
export const findBlockShapeFault = (block: Y.XmlElement) => findNodeFault(block, bodySchema())

/** The same for one paragraph of the headline or the standfirst. */
export const findLineShapeFault = (line: Y.XmlElement) => findNodeFault(line, lineSchema())

function findNodeFault(element: Y.XmlElement, schema: Schema): string | undefined {
  const name = element.nodeName.slice(0, 40)
  for (const [key, { deleted, content }] of element._map)
    if (!deleted && (isHidden(key) || !isValue(content))) return `a misshapen attribute of ${name}`
  for (const { content } of items(element)) {
    const child = content instanceof Y.ContentType ? content.type : undefined
    const fault =
      child instanceof Y.XmlElement
        ? findNodeFault(child, schema)
        : child instanceof Y.XmlText && schema.nodes[name]?.inlineContent
          ? findTextFault(child, schema)
          : `something else than nodes in ${name}`
    if (fault) return fault
  }
  return undefined
}

function findTextFault(text: Y.XmlText, schema: Schema): string | undefined {
  for (const { deleted } of text._map.values()) if (!deleted) return 'attributes on a text'
  for (const { content } of items(text)) {
    if (content instanceof Y.ContentString) continue
    if (!(content instanceof Y.ContentFormat) || isHidden(content.key)) return 'something else than letters in a text'
    // null ends a format; of one that no letter has yet, the next to be typed there would have it.
    const fault = content.value === null ? undefined : findMarkFault(content.key, content.value, schema)
    if (fault) return fault
  }
  return undefined
}

/** As a key of an object it would set what the object is made of. */
const isHidden = (key: string) => key === '__proto__'

/** As Yjs writes an attribute. */
const isValue = (content: Y.Item['content']) => content instanceof Y.ContentAny && content.arr.length === 1

function* items(type: Type): Generator<Y.Item> {
  for (let item = type._start; item; item = item.right) if (!item.deleted) yield item
}
