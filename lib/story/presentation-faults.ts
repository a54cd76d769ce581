import { languageTag } from '#lib/settings/content'

import { cleanNote } from './document/clean'
import { longest, type Presentation } from './presentation'

type Faults = Partial<Record<keyof Presentation, string>>

/**
 * What is wrong with how somebody wants a story to present itself, by field.
 * @param id the story's own
 */
export function presentationFaults(id: string, wanted: Partial<Presentation>): Faults {
  const { related = [], language = '', original = '' } = wanted
  const faults: Faults = {}
  for (const [name, words] of [
    ['kicker', 'A kicker'],
    ['sponsor', 'The name of who paid'],
  ] as const) {
    const text = wanted[name] ?? ''
    if ([...text].length > longest[name]) faults[name] = `${words} has ${longest[name]} characters at most.`
    else if (cleanNote(text).replace(/\s/g, ' ') !== text) faults[name] = `${words} is one line of plain text.`
  }
  if (related.length > longest.related) faults.related = `At most ${longest.related} stories are chosen by hand.`
  else if (new Set(related).size < related.length) faults.related = 'A story is chosen twice.'
  else if (related.includes(id)) faults.related = 'A story does not lead to itself.'
  if (language && languageTag(language) !== language) faults.language = 'Not a language. Give a tag like cy or pt-BR.'
  if (original === id) faults.original = 'A story is no translation of itself.'
  return faults
}
