'use client'

import { useEffect } from 'react'

import { useShortcuts } from '#lib/ui/shortcuts'

import { useSelection } from './selection'

/**
 * Keys of the grid: the card that has the focus is the current one, so Enter opens it.
 * @param address of this list, to which one comes back
 */
export function MediaKeys({ address }: { address: string }) {
  const { chosen, toggle, clear, list } = useSelection()
  useEffect(() => {
    list.current = address
  }, [address, list])
  const cards = () => [...document.querySelectorAll<HTMLElement>('[data-media]')]
  /** @param where to, from the current card; from nowhere, to the first. Where there is none, one stays. */
  const move = (where: (at: number, all: HTMLElement[]) => number) => () => {
    const all = cards()
    const at = all.findIndex((card) => card.contains(document.activeElement))
    const nowhere = document.activeElement === document.body || document.activeElement?.id === 'main'
    if (at < 0 && !nowhere) return false
    all[at < 0 ? 0 : where(at, all)]?.querySelector('a')?.focus()
  }
  const perRow = (all: HTMLElement[]) => all.filter((card) => card.offsetTop === all[0]?.offsetTop).length
  useShortcuts({
    j: move((at) => at + 1),
    k: move((at) => at - 1),
    ArrowRight: move((at) => at + 1),
    ArrowLeft: move((at) => at - 1),
    ArrowDown: move((at, all) => at + perRow(all)),
    ArrowUp: move((at, all) => at - perRow(all)),
    Home: move(() => 0),
    End: move((_, all) => all.length - 1),
    ' ': () => {
      const current = cards().find((card) => card.querySelector('a') === document.activeElement)
      return current?.dataset.media ? toggle(current.dataset.media) : false
    },
    Escape: () => (chosen.size ? clear() : false),
    '/': () => document.getElementById('find')?.focus(),
  })
  return null
}
