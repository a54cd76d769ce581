import type { Live } from '#lib/publication/live'
import type { MenuContent } from '#lib/site/menu/content'
import { liveMenus } from '#lib/site/tables'

const tables = { menus: liveMenus }

/** How a menu's revisions become what readers see. Menus stand on every page; what they lead to is looked up by readers. */
export const liveMenu: Live<MenuContent, typeof tables> = {
  kind: 'menu',
  tables,
  rows: (content, _, { subject }) => ({ menus: content ? [{ subject, columns: content.columns }] : [] }),
  keys: () => ['menu:'],
}
