import type { MenuId } from '#lib/site/menu/content'

/** What the desk calls the menus, and where readers find each. */
export const menuNames: Record<MenuId, { name: string; where: string }> = {
  main: { name: 'Main menu', where: 'The bar under the masthead, between Home and Search' },
  top: { name: 'Top menu', where: 'The line above the masthead, beside the date' },
  footer: { name: 'Footer', where: 'Columns at the foot of every page' },
}
