import type { Actor } from '#lib/auth/actor'
import { db } from '#lib/db/client'
import { findPlanShown } from '#lib/draft/queries/plans'
import { ifFound } from '#lib/errors'
import { namesOf } from '#lib/people/queries'
import { findLastAct } from '#lib/publication/queries'
import { fingerprint } from '#lib/publication/revisions'
import { placedIn } from '#lib/site/front/content'

import { frontProblems } from '../checks'
import { findAbout, namesOfSources } from './about'
import { byRule, loadFront } from './load'
import { findShown } from './shown'
import { tellStories } from './stories'

/**
 * All that the screen of a front shows; undefined where there is none, or none that the actor may edit.
 * `waiting`: the draft says something else than readers have.
 */
export async function findFront(actor: Actor, id: string, now = new Date()) {
  const front = await ifFound(loadFront(db, actor, id))
  if (!front) return undefined
  const { fingerprint: says, editedBy, ...rest } = front
  const shown = await findShown(db, id)
  const last = await findLastAct(db, 'front', id)
  const names = await namesOf(
    db,
    [editedBy, shown?.by, last?.by].filter((one) => one != null),
  )
  const rule = await byRule(db, front.id)
  const base = shown?.content ?? rule
  return {
    ...rest,
    editedBy: editedBy === null ? null : (names.get(editedBy) ?? null),
    /** What readers have of it; by rule where nobody has given them another. */
    live: shown && {
      seq: shown.seq,
      revision: shown.number,
      at: shown.at,
      by: shown.by ? (names.get(shown.by) ?? null) : null,
    },
    readers: base,
    waiting: says !== fingerprint(base),
    plan: await findPlanShown(db, `front:${id}`, says),
    stories: await tellStories(
      db,
      actor,
      placedIn({ containers: [...rest.content.containers, ...base.containers] }).map(({ story }) => story),
    ),
    names: [...(await namesOfSources(db, rest.content, base))],
    problems: frontProblems(rest.content, await findAbout(db, id, rest.content, actor), now),
  }
}

export type FrontOnScreen = NonNullable<Awaited<ReturnType<typeof findFront>>>
