'use client'

import { X } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useId } from 'react'

import { Icon } from '#lib/ui/icon'

export type Tab = 'publish' | 'comments' | 'suggestions' | 'history' | 'paste'

/**
 * @property count stands beside the tab's name; 0 does not
 * @property fills it scrolls by itself
 */
export type PanelTab = { tab: Tab; name: string; count?: number; fills?: boolean; content: ReactNode }

type Props = {
  tabs: PanelTab[]
  tab: Tab
  onTab: (tab: Tab) => void
  /** Below 1,100 pixels the panel lies over the text, and only when it is wanted. */
  open: boolean
  onClose: () => void
}

/** Beside the text: all about publication, the paste doctor, what colleagues say. */
export function Panel({ tabs, tab, onTab, open, onClose }: Props) {
  const id = useId()
  const shown = tabs.find((one) => one.tab === tab)
  const walk = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    const next = by && tabs[(tabs.findIndex((one) => one.tab === tab) + by + tabs.length) % tabs.length]
    if (!next) return
    onTab(next.tab)
    document.getElementById(`${id}-${next.tab}`)?.focus()
  }
  return (
    <aside
      aria-label="About this story"
      className={`flex min-h-0 flex-col border-s border-line bg-canvas max-wide:fixed max-wide:inset-y-0 max-wide:end-0 max-wide:z-4 max-wide:w-[min(360px,100vw)] max-wide:shadow-float max-phone:w-full ${open ? '' : 'max-wide:hidden'}`}
    >
      <div
        role="tablist"
        aria-label="Panel"
        onKeyDown={walk}
        className="flex flex-none items-center overflow-x-auto border-b border-line px-1.5 pt-2 max-wide:pe-11"
      >
        {tabs.map(({ tab: name, name: label, count = 0 }) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`${id}-${name}`}
            aria-selected={tab === name}
            aria-controls={`${id}-panel`}
            tabIndex={tab === name ? 0 : -1}
            onClick={() => onTab(name)}
            className="flex-none border-b-2 border-transparent px-1.5 pt-1 pb-2 text-label whitespace-nowrap text-muted aria-selected:border-accent aria-selected:font-semibold aria-selected:text-text max-phone:py-3"
          >
            {label}
            {count > 0 && <span className="font-normal text-quiet"> {count}</span>}
          </button>
        ))}
      </div>
      <button
        type="button"
        aria-label="Close the panel"
        onClick={onClose}
        className="absolute end-0 top-0 grid size-10 place-items-center bg-canvas hover:bg-sunk max-phone:size-11 wide:hidden"
      >
        <Icon of={X} />
      </button>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${tab}`} className="flex min-h-0 flex-1 flex-col">
        {shown?.fills ? (
          shown.content
        ) : (
          <div className="min-h-0 flex-1 overflow-y-auto" tabIndex={-1}>
            {shown?.content}
          </div>
        )}
      </div>
    </aside>
  )
}
