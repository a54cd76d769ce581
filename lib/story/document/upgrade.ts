import { type StoryDocument, schemaVersion } from './nodes'

/** Lifts a document from the version that is its key to the next one; pure, tested one by one, never changed later. */
export type Lifts = Record<number, (document: StoryDocument) => StoryDocument>

const lifts: Lifts = {
  // 2 brought pull quotes and fact boxes; a document of 1 holds none.
  1: (document) => document,
  // 3 brought embeds, tables and correction notes; a document of 2 holds none.
  2: (document) => document,
  // 4 brought pictures, galleries, films and sounds; a document of 3 holds none.
  3: (document) => document,
}

/**
 * A kept document as the current version says it; revisions are lifted when they are read and never rewritten.
 * @throws Error for a document of a newer version than this code knows
 */
export function upgrade(document: StoryDocument, to = schemaVersion, steps = lifts): StoryDocument {
  if (document.schema > to)
    throw new Error(`The document has schema ${document.schema}; this version of Stet knows ${to} at most.`)
  let lifted = document
  while (lifted.schema < to) {
    const step = steps[lifted.schema]
    if (!step) throw new Error(`There is no step from schema ${lifted.schema}.`)
    lifted = { ...step(lifted), schema: lifted.schema + 1 }
  }
  return lifted
}
