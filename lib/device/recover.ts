import * as Y from 'yjs'

import { newId } from '#lib/id'
import { sameSince } from '#lib/story/document/nodes'

import { eraseCopies, listCopies, readCopy } from './copies'
import { readable } from './readable'
import { putRecovered, type Recovered } from './recovered'

/** @throws when the browser keeps nothing */
export async function keepRecovered(person: string, story: string, why: Recovered['why'], ydoc: Y.Doc): Promise<void> {
  await putRecovered(person, { id: newId(), story, at: Date.now(), why, ...readable(ydoc) })
}

/**
 * Of a story's copies that are of versions which this one's documents are not: what was never sent becomes a recovered
 * text, then they go.
 */
export async function recoverOlder(person: string, story: string, since = sameSince): Promise<void> {
  for (const { name, schema, unsent } of await listCopies(person, story)) {
    if (schema >= since) continue
    const updates = unsent ? (await readCopy(name))?.updates : undefined
    if (updates?.length) {
      const ydoc = new Y.Doc()
      ydoc.transact(() => {
        for (const update of updates) Y.applyUpdate(ydoc, update)
      })
      await keepRecovered(person, story, 'older', ydoc)
    }
    await eraseCopies([name])
  }
}
