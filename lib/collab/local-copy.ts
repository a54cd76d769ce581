import { clearDocument, IndexeddbPersistence } from 'y-indexeddb'
import type * as Y from 'yjs'

import { schemaVersion } from '#lib/story/document/nodes'

/** A person's copy of a story in this browser; other versions of the document have copies of their own. */
export const copyName = (personId: string, storyId: string) => `stet:${schemaVersion}:${personId}:${storyId}`

/**
 * Keeps the document in the browser's database too, and brings back what is there.
 * @param loaded called when it is back
 * @returns undefined where there is no such database
 */
export function keepLocally(name: string, ydoc: Y.Doc, loaded: () => void) {
  if (typeof indexedDB === 'undefined') return undefined
  const kept = new IndexeddbPersistence(name, ydoc)
  kept.once('synced', loaded)
  return {
    /** What its transactions have as origin. */
    origin: kept as unknown,
    close: () => kept.destroy(),
    /** Resolves when it is gone; `clearData` would do so before. */
    async erase() {
      await kept.destroy()
      await clearDocument(name)
    },
  }
}
