import * as Y from 'yjs'

import { db } from '#lib/db/client'
import type { StoryDocument } from '#lib/story/document/nodes'
import { storyLog } from '#lib/story/log/tables'
import { seedLog } from '#lib/story/log/write'
import { stories } from '#lib/story/tables'

import { everyDocument } from './document'
import { when } from './newsroom'

/** A draft of nadia's in the section river with a log; nothing of what the command adds. */
export const beginStory = (id: string, document: StoryDocument = everyDocument) =>
  db.write(async (tx) => {
    await tx.insert(stories).values({ id, slug: '', sectionId: 'river', createdBy: 'nadia', createdAt: when })
    await seedLog(tx, id, document, 'nadia', when)
  })

/** A row that another process has written. */
export const insertForeign = (storyId: string, update: Uint8Array, process = 'another', by = 'sal') =>
  db.write((tx) => tx.insert(storyLog).values({ storyId, update, by, process, at: when }))

/** What one edit of a document adds to it; the document keeps it. */
export function edited(ydoc: Y.Doc, edit: (ydoc: Y.Doc) => void): Uint8Array {
  const before = Y.encodeStateVector(ydoc)
  ydoc.transact(() => edit(ydoc))
  return Y.encodeStateAsUpdate(ydoc, before)
}

/** Puts words at the beginning of the headline. */
export const typeHeadline = (words: string) => (ydoc: Y.Doc) => typeInto(ydoc.getXmlFragment('headline').get(0), words)

/** Puts words at the beginning of the first paragraph. */
export const typeBody = (words: string) => (ydoc: Y.Doc) => {
  const blocks = ydoc.getXmlFragment('body').toArray() as Y.XmlElement[]
  typeInto(blocks.find(({ nodeName }) => nodeName === 'paragraph')!, words)
}

function typeInto(line: unknown, words: string) {
  if (!(line instanceof Y.XmlElement)) throw new Error('There is nothing to type into.')
  if (!line.length) line.insert(0, [new Y.XmlText()])
  ;(line.get(0) as Y.XmlText).insert(0, words)
}
