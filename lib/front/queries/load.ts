import { eq } from 'drizzle-orm'

import type { Actor } from '#lib/auth/actor'
import { ensureMayEditFront } from '#lib/auth/permissions'
import type { Reader } from '#lib/db/client'
import { notFound } from '#lib/errors'
import { fingerprint } from '#lib/publication/revisions'
import { listSections, loadSection } from '#lib/section/queries'
import type { FrontContent, FrontId } from '#lib/site/front/content'
import { defaultFront } from '#lib/site/front/default'
import { loadTopic } from '#lib/topic/queries'

import { fronts } from '../tables'

/** What a front is of: its name, and where readers find it. */
export type FrontOf = { name: string; path: string }

/** A front as its editors have it; `version` 0 while nobody has worked on it. */
export type LoadedFront = FrontOf & {
  id: FrontId
  content: FrontContent
  fingerprint: string
  version: number
  editedBy: string | null
  editedAt: Date | null
}

/**
 * A front that the actor makes; one that nobody has worked on begins from what readers are given by rule.
 * @throws Refusal `not-found`, also for whoever may not edit it
 */
export async function loadFront(on: Reader, actor: Actor, id: string): Promise<LoadedFront> {
  ensureMayEditFront(actor, id)
  return loadAny(on, id)
}

/** The same, whoever asks: for what happens at its hour. */
export async function loadAny(on: Reader, id: string): Promise<LoadedFront> {
  const of = await loadSubject(on, id)
  const [row] = await on
    .select({
      content: fronts.content,
      fingerprint: fronts.fingerprint,
      version: fronts.version,
      editedBy: fronts.editedBy,
      editedAt: fronts.editedAt,
    })
    .from(fronts)
    .where(eq(fronts.id, id))
  if (row) return { id: id as FrontId, ...of, ...row }
  const content = await byRule(on, id as FrontId)
  return {
    ...{ id: id as FrontId, ...of, content, fingerprint: fingerprint(content) },
    ...{ version: 0, editedBy: null, editedAt: null },
  }
}

/** What readers are given of a front that nobody has made. */
export const byRule = async (on: Reader, id: FrontId): Promise<FrontContent> => defaultFront(id, await listSections(on))

/** @throws Refusal `not-found` where there is no such front */
async function loadSubject(on: Reader, id: string): Promise<FrontOf> {
  const [, kind, own = ''] = /^(home|section|topic)(?::(.+))?$/s.exec(id) ?? []
  if (kind === 'home' && !own) return { name: 'Home', path: '/' }
  if (kind === 'section' && own) {
    const { name, slug } = await loadSection(on, own)
    return { name, path: `/${slug}` }
  }
  if (kind !== 'topic' || !own) throw notFound('This front')
  const { name, slug } = await loadTopic(on, own)
  return { name, path: `/topics/${slug}` }
}
