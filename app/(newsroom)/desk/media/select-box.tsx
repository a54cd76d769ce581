'use client'

import { useSelection } from './selection'

/** Chooses a card; with Shift, all from the last one on. */
export function SelectBox({ id, name }: { id: string; name: string }) {
  const { chosen, toggle } = useSelection()
  return (
    <label className="absolute start-2 top-2 z-1 grid size-8 place-items-center max-phone:size-11">
      <span className="grid size-6 place-items-center rounded-control bg-surface">
        <input
          type="checkbox"
          aria-label={`Select ${name}`}
          checked={chosen.has(id)}
          onChange={(event) => toggle(id, (event.nativeEvent as MouseEvent).shiftKey)}
          className="size-4 accent-accent"
        />
      </span>
    </label>
  )
}
