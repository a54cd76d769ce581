import type { Schema } from '@tiptap/pm/model'

import { isEmbedded } from './embed/embed'
import { bodySchema, lineSchema } from './schema'
import { mostColumns, mostRows } from './table'

/** Of a text far beyond what anyone prints. */
export const MOST_BLOCKS = 5000

/** Lists in lists: deeper than anyone writes, and no stack runs out. */
const DEEPEST = 16

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * What is wrong with one block of a body, taken from anywhere: unknown nodes, marks or attributes, values out of bounds,
 * text where none belongs, a block without id. ProseMirror's own check drops unknown attributes in silence.
 * @returns a few words for the log (no content), or undefined when the block is as nodes.ts says
 */
export const findBlockFault = (block: unknown) => findFault(block, bodySchema())

/** The same for one paragraph of the headline or the standfirst: plain text, no attributes. */
export const findLineFault = (line: unknown) => findFault(line, lineSchema())

/** What is wrong with a whole document, duplicate ids included; undefined when nothing is. */
export function findDocumentFault(document: unknown): string | undefined {
  if (!isObject(document)) return 'no document'
  const { schema, headline, standfirst, body, ...rest } = document
  if (Object.keys(rest).length) return `unknown part ${Object.keys(rest)[0]}`
  if (typeof schema !== 'number') return 'no schema version'
  if (typeof headline !== 'string' || typeof standfirst !== 'string') return 'headline and standfirst are text'
  if (!isObject(body) || body.type !== 'doc' || !Array.isArray(body.content)) return 'no body'
  if (body.content.length > MOST_BLOCKS) return 'too many blocks'
  for (const block of body.content) {
    const fault = findBlockFault(block)
    if (fault) return fault
  }
  const ids = body.content.flatMap(idsOf)
  if (new Set(ids).size !== ids.length) return 'two blocks with one id'
  return undefined
}

/** Ids of a block that has passed the check, and of all blocks inside it. */
export function idsOf(block: unknown): string[] {
  const { attrs, content } = block as { attrs?: { id?: string }; content?: unknown[] }
  return [...(attrs?.id ? [attrs.id] : []), ...(content ?? []).flatMap(idsOf)]
}

function findFault(block: unknown, schema: Schema): string | undefined {
  const fault = findStrange(block, schema, 0)
  if (fault) return fault
  const { type } = block as { type: string }
  const told = findUntold(block as Attributed)
  if (told) return told
  if (!schema.nodes[type]?.isInGroup('block')) return `${type} outside a block`
  try {
    schema.nodeFromJSON(block).check()
  } catch (error) {
    // ProseMirror's message can quote the text.
    return error instanceof RangeError ? `${type} does not fit the schema` : `${type} cannot be read`
  }
  return undefined
}

type Attributed = { type: string; attrs?: Record<string, unknown>; content?: { content?: unknown[] }[] }

/** What no single attribute tells: an id that is not its provider's, more cells than anybody writes. */
function findUntold({ type, attrs, content = [] }: Attributed): string | undefined {
  if (type === 'embed' && !isEmbedded(attrs?.provider, attrs?.ref)) return 'embed of nothing that we show'
  if (type !== 'table') return undefined
  // Twice what an editor makes: two people may each have added the last row.
  const isLarge = content.length > 2 * mostRows || content.some((row) => (row.content ?? []).length > 2 * mostColumns)
  return isLarge ? 'table too large' : undefined
}

function findStrange(node: unknown, schema: Schema, depth: number): string | undefined {
  if (depth > DEEPEST) return 'nested too deep'
  if (!isObject(node) || typeof node.type !== 'string') return 'not a node'
  const { type, attrs = {}, content = [], marks = [], text, ...rest } = node
  const known = schema.nodes[type]
  if (!known) return `unknown node ${type.slice(0, 40)}`
  if (Object.keys(rest).length) return `unknown key in ${type}`
  if (known.isText ? typeof text !== 'string' : text !== undefined) return `text in ${type}`
  if (!isObject(attrs) || !Array.isArray(content) || !Array.isArray(marks)) return `${type} is misshapen`
  const unknown = Object.keys(attrs).find((name) => !Object.hasOwn(known.spec.attrs ?? {}, name))
  if (unknown) return `unknown attribute ${unknown.slice(0, 40)} of ${type}`
  if ('id' in (known.spec.attrs ?? {}) && typeof attrs.id !== 'string') return `${type} without id`
  if (!known.isText && marks.length) return `marks on ${type}`
  for (const mark of marks) {
    const fault = findStrangeMark(mark, schema)
    if (fault) return fault
  }
  for (const child of content) {
    const fault = findStrange(child, schema, depth + 1)
    if (fault) return fault
  }
  return undefined
}

/** What is wrong with a mark, its values included. */
export function findMarkFault(type: string, attrs: unknown, schema: Schema): string | undefined {
  const fault = findStrangeMark({ type, attrs }, schema)
  if (fault) return fault
  try {
    schema.text('x', [schema.mark(type, attrs as object)]).check()
  } catch {
    return `${type} does not fit the schema`
  }
  return undefined
}

function findStrangeMark(mark: unknown, schema: Schema): string | undefined {
  if (!isObject(mark) || typeof mark.type !== 'string') return 'not a mark'
  const { type, attrs = {}, ...rest } = mark
  const known = schema.marks[type]
  if (!known) return `unknown mark ${type.slice(0, 40)}`
  if (Object.keys(rest).length || !isObject(attrs)) return `${type} is misshapen`
  const unknown = Object.keys(attrs).find((name) => !Object.hasOwn(known.spec.attrs ?? {}, name))
  return unknown ? `unknown attribute ${unknown.slice(0, 40)} of ${type}` : undefined
}
