import type { Actor } from '#lib/auth/actor'
import { db } from '#lib/db/client'
import { notFound } from '#lib/errors'
import { findRevision } from '#lib/publication/revisions'
import { type FrontContent, placedIn } from '#lib/site/front/content'

import { namesOfSources } from './about'
import { loadFront } from './load'
import { tellStories } from './stories'

/** What one of a front's revisions says, with what the actor may know of the stories in it. @throws Refusal `not-found` */
export async function findFrontVersion(actor: Actor, id: string, number: number) {
  await loadFront(db, actor, id)
  const kept = await findRevision(db, 'front', id, number)
  if (!kept) throw notFound('This revision')
  const content = kept.content as FrontContent
  return {
    content,
    stories: await tellStories(
      db,
      actor,
      placedIn(content).map(({ story }) => story),
    ),
    names: [...(await namesOfSources(db, content))],
  }
}
