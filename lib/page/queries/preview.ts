import { actorFromCookies } from '#lib/auth/cookie'
import { db } from '#lib/db/client'
import { ifFound } from '#lib/errors'
import { findFileAsShown, itemsAsShown } from '#lib/media/queries/as-shown'
import { parseCrop } from '#lib/story/document/crop-text'
import { mediaIdsOf, usesOf } from '#lib/story/document/media-uses'

import { shownBy } from '../content'
import { loadPage } from './load'

/** The draft of a page, for who makes it, as their cookies tell; undefined for everybody else. */
export async function findDraftPage(cookies: string | undefined, id: string) {
  const draft = await loadDraft(cookies, id)
  if (!draft) return undefined
  const { content, editedAt } = draft
  return { ...content, items: await itemsAsShown(mediaIdsOf(shownBy(content))), updatedAt: editedAt }
}

/** Whether there is one for them: asked before a page is made of it. */
export const mayPreviewPage = async (cookies: string | undefined, id: string): Promise<boolean> =>
  (await loadDraft(cookies, id)) !== undefined

/** A file of the library that the preview shows. */
export async function findPageFile(cookies: string | undefined, id: string, media: string, hash: string, code: string) {
  const draft = await findDraftPage(cookies, id)
  if (!draft) return undefined
  const { items } = draft
  if (!items.has(media)) return undefined
  const owns = usesOf(shownBy(draft)).flatMap((use) => (use.media === media ? (parseCrop(use.crop) ?? []) : []))
  return findFileAsShown(media, hash, code, owns)
}

async function loadDraft(cookies: string | undefined, id: string) {
  const actor = await actorFromCookies(cookies)
  return actor && ifFound(loadPage(db, actor, id))
}
