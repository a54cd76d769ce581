const colours = ['#b4541a', '#1c6338', '#54408c', '#0b5563', '#702a50', '#7a4a06']

/** A colleague's caret with their name, in a colour that stays theirs. */
export function caret(user: Record<string, unknown>): HTMLElement {
  const name = String(user.name ?? '')
  const colour = colours[[...name].reduce((sum, sign) => sum + (sign.codePointAt(0) ?? 0), 0) % colours.length] ?? ''
  const mark = document.createElement('span')
  mark.className = 'caret'
  mark.style.setProperty('--who', colour)
  const label = document.createElement('span')
  label.className = 'caret-name'
  label.textContent = name
  mark.append(label)
  return mark
}
