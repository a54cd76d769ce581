import { eraseCopies, listCopies } from './copies'
import { forgetPages } from './kept-pages'
import { forgetAllRecovered, listRecovered } from './recovered'
import { askTabs, type Owing } from './tabs'
import { forgetTrays } from './trays'

/** Stories of a person with text that is in this browser alone, in a copy or in a page that is open. */
export async function listOwing(person: string): Promise<Owing[]> {
  const [copies, recovered, tabs] = await Promise.all([listCopies(person), listRecovered(person), askTabs(person)])
  const all = [...copies.filter(({ unsent }) => unsent), ...recovered, ...tabs]
  return [...new Map(all.map(({ story, headline }) => [story, { story, headline }])).values()]
}

/**
 * Takes away what this browser keeps of a person: pages, copies of stories, and what was discarded from them.
 * @param lose what was never sent, too; else that stays, for this person alone
 */
export async function forgetPerson(person: string, lose: boolean): Promise<void> {
  const copies = await listCopies(person)
  const waiting = new Set(copies.filter(({ unsent }) => unsent).map(({ story }) => story))
  forgetTrays(person, lose ? new Set() : waiting)
  await Promise.all([
    forgetPages(),
    eraseCopies(copies.filter(({ story }) => lose || !waiting.has(story)).map(({ name }) => name)),
    ...(lose ? [forgetAllRecovered(person)] : []),
  ])
}
