'use client'

import { createContext, type ReactNode, type RefObject, useContext, useRef, useState } from 'react'

type Chosen = ReadonlyMap<string, string>

type Held = {
  /** Names by id; also of what another page or list shows. */
  chosen: Chosen
  /** @param through from the last one that was toggled, over all cards between */
  toggle: (id: string, through?: boolean) => void
  chooseAll: () => void
  clear: () => void
  /** The address of the list that was last on screen. */
  list: RefObject<string>
}

const Context = createContext<Held | null>(null)

export function useSelection() {
  const found = useContext(Context)
  if (!found) throw new Error('What is chosen is held by the library’s layout.')
  return found
}

/** What is chosen of the library, and which list one looks at, while one moves about in it. */
export function Selection({ children }: { children: ReactNode }) {
  const [chosen, choose] = useState<Chosen>(new Map())
  const last = useRef<string>(undefined)
  const list = useRef('/desk/media')
  const toggle = (id: string, through = false) => {
    const shown = shownCards()
    const ids = shown.map((card) => card.id)
    const [from, to] = [ids.indexOf(through ? (last.current ?? id) : id), ids.indexOf(id)]
    const some = shown.slice(Math.min(from < 0 ? to : from, to), Math.max(from, to) + 1)
    last.current = id
    choose((before) => {
      const after = new Map(before)
      for (const card of some) before.has(id) ? after.delete(card.id) : after.set(card.id, card.name)
      return after
    })
  }
  const held: Held = {
    chosen,
    toggle,
    chooseAll: () =>
      choose((before) => new Map([...before, ...shownCards().map(({ id, name }) => [id, name] as const)])),
    clear: () => choose(new Map()),
    list,
  }
  return <Context value={held}>{children}</Context>
}

const shownCards = () =>
  [...document.querySelectorAll<HTMLElement>('[data-media]')].map((card) => ({
    id: card.dataset.media ?? '',
    name: card.querySelector('a')?.textContent ?? '',
  }))
