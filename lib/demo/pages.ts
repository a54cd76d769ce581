import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

import type { Tx } from '#lib/db/client'
import { newId } from '#lib/id'
import { publishMenu, saveMenu } from '#lib/menu/commands/draft'
import { deleteMenu } from '#lib/menu/commands/take-back'
import { loadMenu } from '#lib/menu/queries'
import { createPage } from '#lib/page/commands/create'
import { publishPage, savePage } from '#lib/page/commands/draft'
import { loadPage } from '#lib/page/queries/load'
import type { Column, MenuContent, MenuId, Target } from '#lib/site/menu/content'
import { menuIds } from '#lib/site/menu/content'

import { parseStory } from './parse'
import { system } from './system'

/** Writes the paper's own pages and publishes them. @param folder of their texts @returns their ids, by slug */
export async function loadPages(tx: Tx, folder: string, at: Date): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const file of readdirSync(folder).filter((one) => one.endsWith('.md'))) {
    const { front, blocks } = parseStory(basename(file, '.md'), readFileSync(join(folder, file), 'utf8'))
    const { title = '', slug = '', standfirst = '' } = front
    const id = await createPage(system, title, at)
    const { version, content } = await loadPage(tx, system, id)
    const page = { ...content, slug, standfirst, body: { type: 'doc' as const, content: blocks } }
    const saved = await savePage(system, id, { version, content }, page, at)
    await publishPage(system, id, saved, at)
    ids.set(slug, id)
  }
  return ids
}

/** Makes the menus that lead to them, unless somebody has made some. @returns the ids of those made */
export async function loadMenus(tx: Tx, pages: ReadonlyMap<string, string>, at: Date): Promise<MenuId[]> {
  const entry = (to: Target, label = '') => ({ id: newId(), to, label })
  const page = (slug: string, label = '') => entry({ of: 'page', id: pages.get(slug) ?? '' }, label)
  const place = (id: Extract<Target, { of: 'place' }>['id'], label = '') => entry({ of: 'place', id }, label)
  const column = (title: string, entries: Column['entries']): Column => ({ id: newId(), title, entries })
  const wanted: Partial<Record<MenuId, MenuContent>> = {
    top: {
      columns: [
        column('', [place('corrections'), place('topics', 'All topics'), page('about', 'About us'), page('contact')]),
      ],
    },
    footer: {
      columns: [
        column('Sections', [entry({ of: 'sections' })]),
        column('The Courier', [page('about'), page('contact'), page('corrections-policy'), page('privacy')]),
        column('Find', [place('home'), place('topics'), place('archive'), place('corrections'), place('search')]),
        column('Follow', [place('feed'), place('sitemap')]),
      ],
    },
  }
  const made: MenuId[] = []
  for (const id of menuIds) {
    const { version, content } = await loadMenu(tx, system, id)
    const menu = wanted[id]
    if (version || !menu) continue
    const saved = await saveMenu(system, id, { version, content }, menu, at)
    await publishMenu(system, id, saved, at)
    made.push(id)
  }
  return made
}

/** Takes a menu of the demo away, unless somebody has worked on it since. */
export async function unloadMenu(tx: Tx, id: MenuId, at: Date): Promise<void> {
  const { version } = await loadMenu(tx, system, id)
  if (version === 1) await deleteMenu(tx, id, null, at)
}
