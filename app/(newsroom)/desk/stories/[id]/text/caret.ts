const colours = ['#b4541a', '#1c6338', '#54408c', '#0b5563', '#702a50', '#7a4a06']

/** A colleague's caret with their name, in a colour that stays theirs. */
export function caret(user: Record<string, unknown>): HTMLElement {
  const name = String(user.name ?? '')
  const colour = colours[[...name].reduce((sum, sign) => sum + (sign.codePointAt(0) ?? 0), 0) % colours.length] ?? ''
  const mark = document.createElement('span')
  mark.className = 'caret'
  mark.style.setProperty('--who', colour)
  // The stylesheet shows it: a name among the words would be read out, found and copied as one of them.
  mark.dataset.name = name
  return mark
}
