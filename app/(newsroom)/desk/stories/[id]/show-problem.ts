import type { Problem } from '#lib/checks/publish'

import { goTo } from './outline'
import type { Editors } from './text/use-editors'

/** Where in a story: a block of its text, or a field that a check is about. */
export type Place = Pick<Problem, 'id' | 'block'>

/** Goes to the place in the text that a check speaks of. @returns false when it is a field of the panel */
export function showProblem({ id, block }: Place, editors: Editors | null): boolean {
  if (block) return goTo(editors?.body ?? null, block)
  if (id === 'headline' || id === 'standfirst') return editors?.[id].commands.focus('end') ?? false
  if (id === 'text') return editors?.body.commands.focus() ?? false
  if (id === 'byline') {
    const button = document.querySelector<HTMLElement>('[aria-label="Byline"] button')
    button?.click()
    return button !== null
  }
  // What is wrong with a picture of no block is wrong with the main one.
  const field = id.startsWith('media-') ? 'main' : id
  setTimeout(() => document.querySelector<HTMLElement>(`aside [name="${field}"]`)?.focus())
  return false
}
