const tones = [
  'bg-[light-dark(#d9e7ea,#1d3a41)] text-[light-dark(#0b4652,#9fd6df)]',
  'bg-[light-dark(#f1dfd2,#43291a)] text-[light-dark(#73330f,#f0b892)]',
  'bg-[light-dark(#e6def0,#33274a)] text-[light-dark(#4a2f78,#cbb6f2)]',
  'bg-[light-dark(#dcecd9,#1e3a22)] text-[light-dark(#24561f,#a4d79d)]',
]

/** A person's initials in a colour that stays theirs. @param present ringed when the person is in the story now */
export function Avatar({ name, present = false, hidden = false }: { name: string; present?: boolean; hidden?: boolean }) {
  const initials = name.split(/\s+/).filter(Boolean).map((word) => [...word][0]).slice(0, 2).join('').toUpperCase()
  const tone = tones[[...name].reduce((sum, sign) => sum + (sign.codePointAt(0) ?? 0), 0) % tones.length]
  return (
    <span title={name} aria-hidden={hidden || undefined} role={hidden ? undefined : 'img'} aria-label={hidden ? undefined : name}
      className={`inline-grid size-5 flex-none place-items-center rounded-full text-[9.5px]/none font-semibold ${tone} ${present ? 'outline-[1.5px] outline-offset-[1.5px] outline-live' : ''}`}>
      {initials || '?'}
    </span>
  )
}
