import type { Reader } from '#lib/db/client'

import { toDocument } from '../document/ydoc'
import { loadLog } from '../log/read'
import { fieldsOf, loadStory } from './load'

/**
 * A working copy as it stands now: its row, its text out of its log, as document and as Y.Doc, and the fields that readers see.
 * @throws Refusal `not-found`
 */
export async function loadNow(on: Reader, id: string) {
  const story = await loadStory(on, id)
  const ydoc = await loadLog(on, id)
  return { story, ydoc, document: toDocument(ydoc), fields: fieldsOf(story) }
}
