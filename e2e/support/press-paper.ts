import type { Actor } from '#lib/auth/actor'
import { newId } from '#lib/id'
import { saveMenu } from '#lib/menu/commands/draft'
import { findMenu } from '#lib/menu/queries'
import { createPage } from '#lib/page/commands/create'
import { publishPage, savePage } from '#lib/page/commands/draft'
import { findPage } from '#lib/page/queries/page'
import { longest } from '#lib/site/menu/content'
import type { Block } from '#lib/story/document/nodes'
import { anImage } from '#lib/testing/blocks'
import { paragraph } from '#lib/testing/stories'

import type { Canary } from './canary-words'

/**
 * Pages of the paper's own in words that readers have not: a draft, and what waits of one that they have otherwise; with
 * a draft of the footer that says and links all of them. Both show the pictures of the stories.
 */
export async function draftPaper(by: Actor, canaries: Pick<Canary, 'words' | 'picture'>[]): Promise<void> {
  const all = canaries.map(({ words }) => words)
  const [first] = all
  const said = canaries.flatMap(({ words: { onPage }, picture }, i): Block[] => [
    paragraph(`p${i}`, `We are ${onPage}.`),
    anImage(picture.id, { caption: `In ${onPage}.` }),
  ])
  const drafted = await write(by, first?.onPage ?? '', said)
  const known = await write(by, 'Opening hours', [paragraph('p', 'From nine to five.')])
  await publishPage(by, known, (await findPage(by, known))!)
  const { version, content } = (await findPage(by, known))!
  await savePage(by, known, { version, content }, { ...content, body: { type: 'doc', content: said } })
  const footer = await findMenu(by, 'footer')
  const entries = [
    { id: newId(), to: { of: 'page' as const, id: drafted }, label: '' },
    ...all.map(({ onMenu }) => ({ id: newId(), to: { of: 'place' as const, id: 'home' as const }, label: onMenu })),
  ]
  const column = { id: newId(), title: first?.onMenu ?? '', entries: entries.slice(0, longest.entries) }
  await saveMenu(by, 'footer', footer, { columns: [...footer.content.columns, column] })
}

async function write(by: Actor, title: string, content: Block[]): Promise<string> {
  const id = await createPage(by, title)
  const { version, content: before } = (await findPage(by, id))!
  const body = { type: 'doc' as const, content }
  await savePage(by, id, { version, content: before }, { ...before, standfirst: title, body })
  return id
}
