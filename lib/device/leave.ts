import { draftPath } from '#lib/draft/ref'

import { eraseCopies, listCopies } from './copies'
import { dropDraft, listDrafts } from './kept-drafts'
import { forgetPages } from './kept-pages'
import { forgetAllRecovered, listRecovered } from './recovered'
import { askTabs, type Owing } from './tabs'
import { forgetTrays } from './trays'

/** What of a person's is in this browser alone, in a copy or in a page that is open. */
export async function listOwing(person: string): Promise<Owing[]> {
  const [copies, recovered, tabs] = await Promise.all([listCopies(person), listRecovered(person), askTabs(person)])
  return oneEach([
    ...copies.filter(({ unsent }) => unsent).map(ofStory),
    ...recovered.map(ofStory),
    ...listKept(person),
    ...tabs,
  ])
}

/** The same of what is kept, for the screens that will not wait for other pages. */
export const listUnsent = async (person: string): Promise<Owing[]> =>
  oneEach([...(await listCopies(person)).filter(({ unsent }) => unsent).map(ofStory), ...listKept(person)])

const ofStory = ({ story, headline }: { story: string; headline: string }): Owing => ({
  path: `/desk/stories/${story}`,
  headline: headline || 'New story',
})

const listKept = (person: string): Owing[] =>
  listDrafts(person).map(({ ref, name }) => ({ path: draftPath(ref), headline: name }))

const oneEach = (all: Owing[]) => [...new Map(all.map((one) => [one.path, one])).values()]

/**
 * Takes away what this browser keeps of a person: pages, copies of stories, what was discarded from them, and drafts.
 * @param lose what was never sent, too; else that stays, for this person alone
 */
export async function forgetPerson(person: string, lose: boolean): Promise<void> {
  const copies = await listCopies(person)
  const waiting = new Set(copies.filter(({ unsent }) => unsent).map(({ story }) => story))
  forgetTrays(person, lose ? new Set() : waiting)
  if (lose) for (const { ref } of listDrafts(person)) dropDraft(person, ref)
  await Promise.all([
    forgetPages(),
    eraseCopies(copies.filter(({ story }) => lose || !waiting.has(story)).map(({ name }) => name)),
    ...(lose ? [forgetAllRecovered(person)] : []),
  ])
}
