import { Plus, X } from 'lucide-react'
import type { MouseEvent, ReactNode } from 'react'

import { Icon } from './icon'

const box =
  'inline-flex items-center gap-1.5 rounded-control border bg-surface ps-2 leading-[24px] max-phone:min-h-[40px]'

/** Something chosen, with the button that takes it away. */
export function Chosen({ name, mark, onRemove }: { name: string; mark?: ReactNode; onRemove?: () => void }) {
  return (
    <li className={`${box} border-line-strong ${onRemove ? '' : 'pe-2'}`}>
      {mark}
      {name}
      {onRemove && (
        <button
          type="button"
          aria-label={`Remove ${name}`}
          onClick={(event) => {
            const next = neighbourOf(event)
            onRemove()
            next?.focus()
          }}
          className="grid size-6 place-items-center rounded-control hover:bg-sunk max-phone:size-10"
        >
          <Icon of={X} size={14} />
        </button>
      )}
    </li>
  )
}

/** What takes the focus when the button goes away: the one after it in the list or beside it, or the one before. */
function neighbourOf({ currentTarget }: MouseEvent<HTMLElement>): HTMLElement | undefined {
  const all = [...(currentTarget.closest('ul')?.parentElement?.querySelectorAll<HTMLElement>('button, input') ?? [])]
  const at = all.indexOf(currentTarget)
  return all[at + 1] ?? all[at - 1]
}

/** Something offered, never forced. */
export function Offered({ label, note, onTake }: { label: string; note?: string; onTake: () => void }) {
  return (
    <li>
      <button
        type="button"
        onClick={onTake}
        className={`${box} border-dashed border-line-strong pe-2 text-muted hover:bg-sunk`}
      >
        <Icon of={Plus} size={14} />
        {label}
        {note && <span className="text-label text-quiet">{note}</span>}
      </button>
    </li>
  )
}
