import { actorFromCookies } from '#lib/auth/cookie'
import { mayEditFront } from '#lib/auth/permissions'
import { db } from '#lib/db/client'
import { ifFound } from '#lib/errors'
import { findFileAsShown, itemsAsShown } from '#lib/media/queries/as-shown'
import { type FrontContent, type FrontId, picturesIn } from '#lib/site/front/content'
import type { LibraryItem } from '#lib/site/queries/media'

import { loadFront } from './load'

/** A front's draft as it is previewed. `items`: what it shows of the library itself, whether readers have that or not. */
export type DraftFront = {
  id: FrontId
  name: string
  path: string
  content: FrontContent
  items: ReadonlyMap<string, LibraryItem>
}

/** Where files of a front's preview are. */
const baseOf = (id: string) => `/preview/fronts/${id}/media`

/** The draft of a front, for who makes it, as their cookies tell; undefined for everybody else. */
export async function findDraft(cookies: string | undefined, id: string): Promise<DraftFront | undefined> {
  const front = await loadDraft(cookies, id)
  if (!front) return undefined
  const items = await itemsAsShown(picturesIn(front.content))
  const base = baseOf(id)
  return { ...front, items: new Map([...items].map(([media, item]) => [media, { ...item, base }])) }
}

/** Whether there is one for them: asked before a page is made of it. */
export const mayPreview = async (cookies: string | undefined, id: string): Promise<boolean> =>
  (await loadDraft(cookies, id)) !== undefined

/** A file of the library that the preview shows. */
export async function findDraftFile(
  cookies: string | undefined,
  id: string,
  media: string,
  hash: string,
  code: string,
) {
  const front = await loadDraft(cookies, id)
  return front && picturesIn(front.content).includes(media) ? findFileAsShown(media, hash, code, []) : undefined
}

async function loadDraft(cookies: string | undefined, id: string) {
  const actor = await actorFromCookies(cookies)
  if (!actor || !mayEditFront(actor, id)) return undefined
  return ifFound(loadFront(db, actor, id))
}
