import type { Reader } from '#lib/db/client'
import { namesOfFronts } from '#lib/front/queries/names'
import { menuNames } from '#lib/menu/names'
import { titlesOfPages } from '#lib/page/queries/titles'
import { listEditors, listPaperEditors, listPublishers } from '#lib/people/queries'

import { type DraftRef, readRef } from '../ref'

/** What fronts, pages and menus are called. What is gone is left out. */
export async function namesOfDrafts(refs: readonly DraftRef[]): Promise<Map<DraftRef, string>> {
  const idsOf = (wanted: string) => refs.map(readRef).flatMap(({ kind, id }) => (kind === wanted ? id : []))
  const fronts = await namesOfFronts(idsOf('front'))
  const titles = await titlesOfPages(idsOf('page'))
  const names = {
    front: fronts,
    page: titles,
    menu: new Map(Object.entries(menuNames).map(([id, { name }]) => [id, name])),
  }
  return new Map(
    refs.flatMap((ref) => {
      const { kind, id } = readRef(ref)
      const name = names[kind].get(id)
      return name === undefined ? [] : [[ref, name] as const]
    }),
  )
}

/** Ids of those who may edit it. */
export function listMakers(on: Reader, ref: DraftRef): Promise<string[]> {
  const { kind, id } = readRef(ref)
  if (kind !== 'front') return listPaperEditors(on)
  const [, section] = /^section:(.+)$/s.exec(id) ?? []
  return section ? listPublishers(on, section) : listEditors(on)
}
