import { columns as c, table } from '#lib/db/columns'
import type { MenuContent, MenuId } from '#lib/site/menu/content'

/** Menus as editors work on them; what readers have is the revision that the door gave them. */
export const menus = table('menus', {
  id: c.text().$type<MenuId>().primaryKey(),
  content: c.json<MenuContent>().notNull(),
  /** Of the content; beside that of what readers have it tells whether changes wait. */
  fingerprint: c.text().notNull(),
  editedBy: c.text(), // person id; null for the system
  editedAt: c.timestamp().notNull(),
  version: c.int().notNull().default(1),
})
