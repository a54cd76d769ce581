import Link from 'next/link'

import { kindWords } from '#lib/media/kinds'
import type { MediaRow } from '#lib/media/queries/list'
import { rightsWords } from '#lib/media/rights'

import { AlikeMark } from './alike-mark'
import { lengthOf } from './length'
import { Marks } from './marks'
import { SelectBox } from './select-box'
import { Thumb } from './thumb'

const chosen = 'has-checked:bg-accent-wash has-checked:shadow-[inset_0_0_0_1px_var(--color-accent)]'

/** Something of the library in its grid. The one with the focus is the current one. */
export function Card({ item, now }: { item: MediaRow; now: Date }) {
  const facts = [
    item.kind !== 'picture' && kindWords[item.kind],
    item.credit || 'No credit',
    item.rights !== 'unclear' && rightsWords[item.rights],
  ]
  return (
    <li
      data-media={item.id}
      className={`relative min-w-0 rounded-panel p-2 hover:bg-sunk has-[a:focus-visible]:outline-2 has-[a:focus-visible]:outline-accent ${chosen}`}
    >
      <div className="relative">
        <Thumb of={item} />
        {item.seconds !== null && (
          <span className="absolute end-1.5 bottom-1.5 rounded-control bg-surface px-1 text-label">
            <span className="sr-only">Length </span>
            {lengthOf(item.seconds)}
          </span>
        )}
      </div>
      <Link
        href={`/desk/media/${item.id}`}
        className="mt-1.5 block truncate font-medium outline-none after:absolute after:inset-0"
      >
        {item.name}
      </Link>
      <p className="truncate text-label text-muted">{facts.filter(Boolean).join(' · ')}</p>
      <p className="flex min-h-5 flex-wrap gap-x-3 gap-y-1 pt-0.5 text-label">
        <Marks of={item} now={now} />
        <AlikeMark id={item.id} />
      </p>
      <SelectBox id={item.id} name={item.name} />
    </li>
  )
}
