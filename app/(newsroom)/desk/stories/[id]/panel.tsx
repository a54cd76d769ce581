'use client'

import { X } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useId } from 'react'

import { Icon } from '#lib/ui/icon'

export type Tab = 'publish' | 'paste'

type Props = {
  tab: Tab
  onTab: (tab: Tab) => void
  /** How many findings wait, beside the tab's name. */
  findings: number
  /** Below 1,100 pixels the panel lies over the text, and only when it is wanted. */
  open: boolean
  onClose: () => void
  publish: ReactNode
  paste: ReactNode
}

/** Beside the text: all about publication, and the paste doctor. */
export function Panel({ tab, onTab, findings, open, onClose, publish, paste }: Props) {
  const id = useId()
  const walk = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return
    const other = tab === 'publish' ? 'paste' : 'publish'
    onTab(other)
    document.getElementById(`${id}-${other}`)?.focus()
  }
  const head = (name: Tab, children: ReactNode) => (
    <button
      type="button"
      role="tab"
      id={`${id}-${name}`}
      aria-selected={tab === name}
      aria-controls={`${id}-panel`}
      tabIndex={tab === name ? 0 : -1}
      onClick={() => onTab(name)}
      className="-mb-px border-b-2 border-transparent px-1.5 pt-1 pb-2 text-muted aria-selected:border-accent aria-selected:font-semibold aria-selected:text-text max-phone:py-3"
    >
      {children}
    </button>
  )
  return (
    <aside
      aria-label="Publish and paste"
      className={`flex min-h-0 flex-col border-s border-line bg-canvas max-wide:fixed max-wide:inset-y-0 max-wide:end-0 max-wide:z-4 max-wide:w-[min(360px,100vw)] max-wide:shadow-float max-phone:w-full ${open ? '' : 'max-wide:hidden'}`}
    >
      <div
        role="tablist"
        aria-label="Panel"
        onKeyDown={walk}
        className="flex flex-none items-center border-b border-line px-2.5 pt-2"
      >
        {head('publish', 'Publish')}
        {head('paste', <>Paste{findings > 0 && <span className="font-normal text-quiet"> {findings}</span>}</>)}
      </div>
      <button
        type="button"
        aria-label="Close the panel"
        onClick={onClose}
        className="absolute end-2 top-1.5 grid size-8 place-items-center rounded-control hover:bg-sunk max-phone:size-11 wide:hidden"
      >
        <Icon of={X} />
      </button>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${tab}`} className="flex min-h-0 flex-1 flex-col">
        {tab === 'publish' ? (
          <div className="min-h-0 flex-1 overflow-y-auto" tabIndex={-1}>
            {publish}
          </div>
        ) : (
          paste
        )}
      </div>
    </aside>
  )
}
