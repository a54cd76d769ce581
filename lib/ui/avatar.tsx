import { toneOf } from './tone'

/** The same hues as a person's caret in a text, as grounds. */
const tones = [
  'bg-[light-dark(#d9e7ea,#1d3a41)] text-[light-dark(#0b4652,#9fd6df)]',
  'bg-[light-dark(#f1dfd2,#43291a)] text-[light-dark(#73330f,#f0b892)]',
  'bg-[light-dark(#e6def0,#33274a)] text-[light-dark(#4a2f78,#cbb6f2)]',
  'bg-[light-dark(#dcecd9,#1e3a22)] text-[light-dark(#24561f,#a4d79d)]',
  'bg-[light-dark(#f2dbe6,#432033)] text-[light-dark(#702a50,#e9aecb)]',
  'bg-[light-dark(#f0e6c8,#3d3214)] text-[light-dark(#6b4a06,#e3c57c)]',
]

const initials = (name: string) =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 2)
    .map((word) => [...word][0])
    .join('')
    .toUpperCase()

/**
 * A person's initials in a colour that stays theirs.
 * @param present ringed when the person is in the story now
 * @param named false where the name stands beside it
 */
export function Avatar({ name, present = false, named = true }: { name: string; present?: boolean; named?: boolean }) {
  const ring = present ? 'outline-[1.5px] outline-offset-[1.5px] outline-live' : ''
  return (
    <span
      title={name}
      className={`inline-grid size-5 flex-none place-items-center rounded-full text-[9.5px]/none font-semibold ${tones[toneOf(name)]} ${ring}`}
    >
      <span aria-hidden="true">{initials(name) || '?'}</span>
      {named && <span className="sr-only">{name}</span>}
    </span>
  )
}
