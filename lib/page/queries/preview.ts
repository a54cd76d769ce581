import { actorFromCookies } from '#lib/auth/cookie'
import { mayEditPaper } from '#lib/auth/permissions'
import { db } from '#lib/db/client'
import { isRefusal } from '#lib/errors'

import { loadPage } from './load'

/** The draft of a page, for who makes it, as their cookies tell; undefined for everybody else. */
export async function findDraftPage(cookies: string | undefined, id: string) {
  const actor = await actorFromCookies(cookies)
  if (!actor || !mayEditPaper(actor)) return undefined
  try {
    const { content, editedAt } = await loadPage(db, actor, id)
    return { ...content, updatedAt: editedAt }
  } catch (error) {
    if (isRefusal(error) && error.reason === 'not-found') return undefined
    throw error
  }
}

/** Whether there is one for them: asked before a page is made of it. */
export const mayPreviewPage = async (cookies: string | undefined, id: string): Promise<boolean> =>
  (await findDraftPage(cookies, id)) !== undefined
