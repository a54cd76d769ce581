import type { Messages } from '#lib/messages/find'

import type { Column, Entry, MenuContent, MenuId, SitePlace, Target } from './content'

/** A menu that no editor has made. @param t the words of the paper's language, for titles */
export function defaultMenu(id: MenuId, t: Messages): MenuContent {
  if (id === 'main') return { columns: [column('main', '', [sections])] }
  if (id === 'top') return { columns: [column('top', '', [place('corrections'), place('topics', t.allTopics)])] }
  return {
    columns: [
      column('sections', t.sections, [sections]),
      column('paper', t.paper, [
        ...[place('home'), place('topics'), place('archive')],
        ...[place('corrections'), place('search')],
      ]),
      column('feeds', t.feeds, [place('feed'), place('sitemap')]),
    ],
  }
}

/** Its id is told by what it is: the same in every menu that nobody has made. */
const entry = (id: string, to: Target, label = ''): Entry => ({ id, to, label })
const place = (id: SitePlace, label?: string) => entry(id, { of: 'place', id }, label)
const sections = entry('sections', { of: 'sections' })
const column = (id: string, title: string, entries: Entry[]): Column => ({ id, title, entries })
