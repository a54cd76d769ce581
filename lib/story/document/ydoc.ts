import { Fragment, type Node, type Schema } from '@tiptap/pm/model'
import { prosemirrorJSONToYXmlFragment } from '@tiptap/y-tiptap'
import * as Y from 'yjs'

import { Refusal } from '#lib/errors'
import { newId } from '#lib/id'

import { cleanBlock, cleanDocument } from './clean'
import { type Block, type Body, type StoryDocument, schemaVersion } from './nodes'
import type { Line, Part } from './parts'
import { bodySchema, lineSchema } from './schema'

/**
 * The document as it stands in a Y.Doc: cleaned, attributes and marks in the schema's order, so that equal texts make
 * equal JSON. Only reads; y-tiptap's functions that build nodes delete what they cannot build.
 * @throws Refusal `rule` when something in it is not of the schema: the guard lets nothing such in, so a newer version
 *   of this program has written it
 */
export function toDocument(ydoc: Y.Doc): StoryDocument {
  return cleanDocument({
    schema: schemaVersion,
    headline: readLine(ydoc, 'headline'),
    standfirst: readLine(ydoc, 'standfirst'),
    body: { type: 'doc', content: bodyOf(ydoc).toArray().flatMap(rawNodes).map(canonical) },
  })
}

/** One block of the body as `toDocument` gives it. */
export const readBlock = (element: unknown): Block => cleanBlock(canonical(rawNodes(element)[0]!))

/** The headline or the standfirst as one line of plain text. */
export const readLine = (ydoc: Y.Doc, name: Line) =>
  ydoc
    .getXmlFragment(name)
    .toArray()
    .flatMap(rawNodes)
    .map((paragraph) => (paragraph.content ?? []).map((node) => node.text ?? '').join(''))
    .filter(Boolean)
    .join(' ')

export const bodyOf = (ydoc: Y.Doc): Y.XmlFragment => ydoc.getXmlFragment('body')

/** ProseMirror's JSON before anyone has looked whether it is of the schema. */
export type RawNode = { type: string; attrs?: object; content?: RawNode[]; text?: string; marks?: object[] }

/** One child of a fragment or element as JSON, whatever it is; text becomes a node for each run of equal marks. */
export function rawNodes(type: unknown): RawNode[] {
  if (type instanceof Y.XmlText) return (type.toDelta() as Insert[]).map(rawText)
  if (!(type instanceof Y.XmlElement)) return [{ type: 'unknown' }]
  const attrs = type.getAttributes()
  const content = type.toArray().flatMap(rawNodes)
  return [
    { type: type.nodeName, ...(Object.keys(attrs).length ? { attrs } : {}), ...(content.length ? { content } : {}) },
  ]
}

type Insert = { insert: unknown; attributes?: Record<string, object> }

function rawText({ insert, attributes = {} }: Insert): RawNode {
  if (typeof insert !== 'string') return { type: 'unknown' }
  const marks = Object.entries(attributes).map(([type, attrs]) => ({ type, attrs }))
  return { type: 'text', text: insert, ...(marks.length ? { marks } : {}) }
}

/**
 * Attributes and marks in the schema's order, every attribute there.
 * @throws Refusal `rule` for what is not of the schema
 */
export function canonical(raw: RawNode): Block {
  try {
    return joined(bodySchema().nodeFromJSON(raw)).toJSON()
  } catch (error) {
    // ProseMirror's message can quote the text.
    if (error instanceof RangeError) throw new Refusal('rule', newer)
    throw error
  }
}

const newer =
  'This story was written with a newer version of Stet than the one that runs here. Bring this one up to date first.'

/** With runs of equally marked text made one. */
const joined = (node: Node): Node =>
  node.isText ? node : node.copy(Fragment.fromArray(node.content.content.map(joined)))

/** A new story's document: empty lines and one empty paragraph to write in. */
export const emptyDocument = (): StoryDocument => ({
  schema: schemaVersion,
  headline: '',
  standfirst: '',
  body: { type: 'doc', content: [{ type: 'paragraph', attrs: { id: newId() } }] },
})

/**
 * The first row of a story's log. Made once, on the server: two seeds merged are the text twice.
 * @param document checked before (findDocumentFault)
 */
export function seedUpdate(document: StoryDocument): Uint8Array {
  const ydoc = new Y.Doc()
  const body: Body = document.body.content.length ? document.body : emptyDocument().body
  fill(ydoc, 'headline', lineSchema(), lineBody(document.headline))
  fill(ydoc, 'standfirst', lineSchema(), lineBody(document.standfirst))
  fill(ydoc, 'body', bodySchema(), body)
  return Y.encodeStateAsUpdate(ydoc)
}

const fill = (ydoc: Y.Doc, name: Part, schema: Schema, json: object) =>
  prosemirrorJSONToYXmlFragment(schema, json, ydoc.getXmlFragment(name))

const lineBody = (text: string) => ({
  type: 'doc',
  content: [{ type: 'paragraph', ...(text ? { content: [{ type: 'text', text }] } : {}) }],
})
