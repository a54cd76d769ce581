import { and, asc, eq } from 'drizzle-orm'
import * as Y from 'yjs'

import type { Tx } from '#lib/db/client'
import { Refusal } from '#lib/errors'
import { namesOf } from '#lib/people/queries'
import type { OpenSuggestion } from '#lib/suggestion/tell'

import type { StoryDocument } from '../document/nodes'
import { blockText } from '../document/text'
import { toDocument } from '../document/ydoc'
import { covers, loadLog } from '../log/read'
import { storyLog } from '../log/tables'
import type { LoadedStory } from '../queries/load'
import { unseenChanges } from '../unseen'

/**
 * What an editor saw when he pressed the button: a base64 Yjs snapshot of the text, and the version of the fields.
 * @property without keys of the open suggestions that he goes on without
 * @property last place in the publication log of the story's last act, 0 when there was none
 * @property waits id of the publication that waited for its hour, null for none; undefined asks nothing
 */
export type Seen = { snapshot: string; version: number; without?: string[]; last?: number; waits?: string | null }

/**
 * What a refused publication shows. `wait`: the log lacks something that the editor saw; it is on its way.
 * `unseen`: somebody changed something that he did not see; publishing with this `snapshot` and `version` publishes that.
 * `suggestions`: some are open; publishing `without` these leaves them open, and readers get none of them.
 */
export type SeenConflict =
  | { code: 'wait' }
  | {
      code: 'unseen'
      changes: { block: string | null; text: string; by: string | null }[]
      fields: boolean
      snapshot: string
      version: number
    }
  | { code: 'suggestions'; open: OpenSuggestion[] }

/**
 * The document of the log, when it is just what the editor saw.
 * @param lead how a refusal begins
 * @throws Refusal `conflict` with a `SeenConflict` as detail
 */
export async function documentSeen(
  tx: Tx,
  story: LoadedStory,
  seen: Seen,
  lead = 'Not published.',
): Promise<StoryDocument> {
  const snapshot = decode(seen.snapshot)
  const ydoc = await loadLog(tx, story.id)
  if (!covers(ydoc, snapshot))
    throw new Refusal('conflict', `${lead} The last of your text is still on its way.`, {}, {
      code: 'wait',
    } satisfies SeenConflict)
  const document = toDocument(ydoc)
  const rows = await tx
    .select({ update: storyLog.update, by: storyLog.by })
    .from(storyLog)
    .where(and(eq(storyLog.storyId, story.id), eq(storyLog.fork, '')))
    .orderBy(asc(storyLog.seq))
  const changes = unseenChanges(ydoc, rows, snapshot)
  const fields = story.version !== seen.version
  if (!changes.length && !fields) return document
  const names = await namesOf(
    tx,
    changes.flatMap(({ by }) => by ?? []),
  )
  const detail: SeenConflict = {
    code: 'unseen',
    changes: changes.map(({ block, by }) => ({
      block,
      text: excerpt(document, block),
      by: (by && names.get(by)) ?? null,
    })),
    fields,
    snapshot: Buffer.from(Y.encodeSnapshot(Y.snapshot(ydoc))).toString('base64'),
    version: story.version,
  }
  const who = [...new Set(detail.changes.map(({ by }) => by ?? 'Somebody'))].join(', ') || 'Somebody'
  throw new Refusal('conflict', `${lead} ${who} changed this story meanwhile; read the change first.`, {}, detail)
}

function decode(snapshot: string): Y.Snapshot {
  try {
    return Y.decodeSnapshot(Buffer.from(snapshot, 'base64'))
  } catch {
    throw new Refusal('invalid', 'What was on your screen did not arrive whole. Reload the page.')
  }
}

/** The beginning of what the block says now. */
function excerpt(document: StoryDocument, block: string | null): string {
  if (block === 'headline' || block === 'standfirst') return document[block]
  const found = document.body.content.find(({ attrs }) => attrs.id === block)
  return found ? blockText(found).slice(0, 120) : ''
}
