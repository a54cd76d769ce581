'use client'

import { useMemo } from 'react'

import { useKept } from '#app/(newsroom)/desk/draft/use-kept'
import { changesBetween } from '#lib/menu/changes'
import { mergeMenus } from '#lib/menu/merge'
import { menuNames } from '#lib/menu/names'
import type { MenuNow } from '#lib/menu/queries'
import type { MenuContent } from '#lib/site/menu/content'

import { namesOf } from './names'

export type MenuHandle = ReturnType<typeof useMenu>

/** A menu on screen: what it says, how that is kept, and what its entries lead to. */
export function useMenu(first: MenuNow) {
  const { id } = first
  const kept = useKept<MenuContent, MenuNow>(`menu:${id}`, first, {
    merge: mergeMenus,
    name: () => menuNames[id].name,
  })
  const { keeper, now, content } = kept
  return {
    ...kept,
    id,
    names: useMemo(() => namesOf(now.targets, now), [now]),
    changes: useMemo(() => changesBetween(now.readers, content), [now.readers, content]),
    /** @param by makes another of the menu as it stands @param key of the field that is typed in */
    change: (by: (menu: MenuContent) => MenuContent, key?: string) => keeper.change(by(keeper.get().content), key),
  }
}
