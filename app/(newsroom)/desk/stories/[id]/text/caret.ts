import { toneOf } from '#lib/ui/tone'

/** By `toneOf`, the hues of avatars: dark enough for white letters. */
const colours = ['#0b5563', '#b4541a', '#54408c', '#1c6338', '#702a50', '#7a4a06']

const colourOf = (user: Record<string, unknown>) => colours[toneOf(nameOf(user))] ?? ''
const nameOf = ({ name }: Record<string, unknown>) => (typeof name === 'string' ? name : '')

/** A colleague's caret with their name, in a colour that stays theirs. */
export function caret(user: Record<string, unknown>): HTMLElement {
  const mark = document.createElement('span')
  mark.className = 'caret'
  mark.style.setProperty('--who', colourOf(user))
  // The stylesheet shows it: a name among the words would be read out, found and copied as one of them.
  mark.dataset.name = nameOf(user)
  return mark
}

/** The words that a colleague has selected. */
export const selected = (user: Record<string, unknown>) => ({ class: 'selected', style: `--who: ${colourOf(user)}` })
