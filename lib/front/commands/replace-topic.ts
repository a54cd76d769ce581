import type { Tx } from '#lib/db/client'
import type { FrontContent } from '#lib/site/front/content'
import { liveFronts } from '#lib/site/tables'

import { findShown } from '../queries/shown'
import { fronts } from '../tables'
import { giveFront } from './give'
import { keepFront, putFront } from './keep'
import { removeFront } from './remove'

type Replacement = { from: string; into: string; actorId: string; at: Date }

/** Has containers filled from one topic in the place of another, in every draft and for readers; its own front is gone. */
export async function replaceFrontTopic(tx: Tx, { from, into, actorId, at }: Replacement): Promise<void> {
  await removeFront(tx, `topic:${from}`, actorId, at)
  const drafts = await tx.select({ id: fronts.id, content: fronts.content, version: fronts.version }).from(fronts)
  for (const { id, content, version } of drafts) {
    const next = replaced(content, from, into)
    if (next) await putFront(tx, { id, version }, next, { by: actorId, at })
  }
  for (const { id } of await tx.select({ id: liveFronts.subject }).from(liveFronts)) {
    const shown = await findShown(tx, id)
    const next = shown && replaced(shown.content, from, into)
    if (next) await giveFront(tx, id, await keepFront(tx, id, next, { by: actorId, at }), { by: actorId, at })
  }
}

/** @returns nothing where it names the topic nowhere */
function replaced({ containers }: FrontContent, from: string, into: string): FrontContent | undefined {
  const names = (source: FrontContent['containers'][number]['source']) => source.of === 'topic' && source.id === from
  if (!containers.some(({ source }) => names(source))) return undefined
  return {
    containers: containers.map((container) =>
      names(container.source) ? { ...container, source: { of: 'topic', id: into } } : container,
    ),
  }
}
