import { hueOf } from '#lib/ui/tone'

const nameOf = ({ name }: Record<string, unknown>) => (typeof name === 'string' ? name : '')

/** A colleague's caret with their name, in a colour that stays theirs. */
export function caret(user: Record<string, unknown>): HTMLElement {
  const mark = document.createElement('span')
  mark.className = 'caret'
  mark.style.setProperty('--who', hueOf(nameOf(user)))
  // The stylesheet shows it: a name among the words would be read out, found and copied as one of them.
  mark.dataset.name = nameOf(user)
  return mark
}

/** The words that a colleague has selected. */
export const selected = (user: Record<string, unknown>) => ({
  class: 'selected',
  style: `--who: ${hueOf(nameOf(user))}`,
})
