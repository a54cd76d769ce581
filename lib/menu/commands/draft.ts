import { draftCommands } from '#lib/draft/commands/of-noun'
import type { Noun } from '#lib/draft/noun'
import { Refusal } from '#lib/errors'
import { longest, type MenuContent, type MenuId } from '#lib/site/menu/content'
import { cleanLine } from '#lib/story/document/clean'
import { judgeLink } from '#lib/story/links'

import { menuProblems, shapeFault } from '../checks'
import { mergeMenus } from '../merge'
import { findTargets, loadMenu } from '../queries'
import { giveMenu } from './give'
import { keepMenu, putMenu } from './keep'

const menu: Noun<MenuContent> = {
  kind: 'menu',
  load: loadMenu,
  lift: (content) => content as MenuContent,
  written: (id, content) => {
    const fault = shapeFault(id as MenuId, content)
    if (fault) throw new Refusal('invalid', fault)
    return written(content)
  },
  merge: mergeMenus,
  faults: async (tx, id, content) =>
    menuProblems(id as MenuId, content, await findTargets(tx, content)).filter(({ level }) => level === 'must'),
  keep: keepMenu,
  put: putMenu,
  give: giveMenu,
}

export const menuCommands = draftCommands(menu)
export const { save: saveMenu, publish: publishMenu, schedule: scheduleMenu, restore: restoreMenu } = menuCommands

/** An address as readers can follow it; one that is none stays as it is, and keeps the menu from them. */
function whole(typed: string): string {
  const href = judgeLink(typed)?.href
  return href && href.length <= longest.href ? href : typed.trim()
}

/** Without what no page can carry, addresses whole, its keys in one order, so that the same menu has one fingerprint. */
const written = ({ columns }: MenuContent): MenuContent => ({
  columns: columns.map(({ id, title, entries }) => ({
    id,
    title: cleanLine(title),
    entries: entries.map(({ id: entry, to, label }) => ({
      id: entry,
      to:
        to.of === 'address'
          ? { of: to.of, href: whole(to.href) }
          : 'id' in to
            ? ({ of: to.of, id: to.id } as typeof to)
            : { of: to.of },
      label: cleanLine(label),
    })),
  })),
})
