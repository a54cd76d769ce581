import type { Actor } from '#lib/auth/actor'
import { db } from '#lib/db/client'
import { publishMenu, saveMenu } from '#lib/menu/commands/draft'
import { loadMenu } from '#lib/menu/queries'
import { publishPage, savePage } from '#lib/page/commands/draft'
import type { PageContent } from '#lib/page/content'
import { loadPage } from '#lib/page/queries/load'

/** Readers get the page as it stands, with this said otherwise. */
export async function publishPageOf(actor: Actor, page: string, said: Partial<PageContent>, at: Date) {
  const now = await loadPage(db, actor, page)
  await publishPage(actor, page, await savePage(actor, page, now, { ...now.content, ...said }, at), at)
}

/** Readers get a footer that leads to a page, a topic and a series. */
export async function publishFooter(actor: Actor, page: string, topic: string, series: string, at: Date) {
  const footer = await loadMenu(db, actor, 'footer')
  const entries = [
    { id: 'e', to: { of: 'page' as const, id: page }, label: '' },
    { id: 't', to: { of: 'topic' as const, id: topic }, label: '' },
    { id: 's', to: { of: 'series' as const, id: series }, label: '' },
  ]
  const columns = [{ id: 'c', title: 'Here', entries }]
  await publishMenu(actor, 'footer', await saveMenu(actor, 'footer', footer, { columns }, at), at)
}
