import { db, prepared } from '#lib/db/client'
import type { Messages } from '#lib/messages/find'

import type { MenuId } from '../menu/content'
import { defaultMenu } from '../menu/default'
import { idsOf, type Menus, resolve } from '../menu/resolve'
import { reader } from '../reader'
import { liveMenus } from '../tables'
import { findPages } from './pages'
import { listSections } from './paper'
import { findTopicLinks } from './places'
import { findSeriesLinks } from './series'

const menus = prepared('site_menus', (on) =>
  on.select({ id: liveMenus.subject, columns: liveMenus.columns }).from(liveMenus),
)

const listMenus = reader(async () => menus(db, {}), { keys: () => ['menu:'] })

/** The paper's menus as readers see them; those that no editor has made by rule. @param t the paper's words */
export async function findMenus(t: Messages): Promise<Menus> {
  const [made, sections] = await Promise.all([listMenus(), listSections()])
  const columnsOf = (id: MenuId) => made.find((menu) => menu.id === id)?.columns ?? defaultMenu(id, t).columns
  const all = [...columnsOf('main'), ...columnsOf('top'), ...columnsOf('footer')]
  const [topics, series, pages] = await Promise.all([
    findTopicLinks(idsOf('topic', all).join(' ')),
    findSeriesLinks(idsOf('series', all)),
    findPages(idsOf('page', all).join(' ')),
  ])
  const shown = (id: MenuId) => resolve(columnsOf(id), { sections, topics, series, pages, t })
  return { main: shown('main'), top: shown('top'), footer: shown('footer') }
}
