import type { MenuChange } from '#lib/menu/changes'

import { entryName, type Names } from './names'

type Props = { changes: MenuChange[]; names: Names; none: string }

const became: Record<MenuChange['is'], string> = {
  added: 'new',
  removed: 'taken out',
  moved: 'in another place',
  changed: 'in other words',
}

/** What differs between two versions of a menu, an entry or a column each. */
export function ChangesList({ changes, names, none }: Props) {
  if (!changes.length) return <p className="text-muted">{none}</p>
  return (
    <ul aria-label="What changes" className="grid gap-1">
      {changes.map(({ id, is, of, under }) => (
        <li key={id}>
          <b>{'to' in of ? entryName(of, names) : `Column ${of.title || 'without a title'}`}</b>: {became[is]}
          {under && <span className="text-quiet">, under {under}</span>}
        </li>
      ))}
    </ul>
  )
}
