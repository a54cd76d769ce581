import { beforeAll } from 'vitest'

import { setBar } from '#lib/breaking/commands'
import { config } from '#lib/config'
import { db } from '#lib/db/client'
import { publishMenu, saveMenu } from '#lib/menu/commands/draft'
import { loadMenu } from '#lib/menu/queries'
import { createPage } from '#lib/page/commands/create'
import { publishPage, savePage } from '#lib/page/commands/draft'
import { loadPage } from '#lib/page/queries/load'
import { editSection } from '#lib/section/commands'
import { ensureSettings } from '#lib/settings/commands'
import { liveFronts } from '#lib/site/tables'
import { firstTheme, ownColours } from '#lib/site/theme/content'
import { stylesheetPath } from '#lib/site/theme/stylesheet'
import { isoDay } from '#lib/site/time'
import { setFields } from '#lib/story/commands/fields'
import { publishStory } from '#lib/story/commands/publish'
import { withdrawStory } from '#lib/story/commands/withdraw'
import { loadStory } from '#lib/story/queries/load'
import { aUse } from '#lib/testing/blocks'
import { databaseForAll, dropDeskTables } from '#lib/testing/database'
import { aPicture } from '#lib/testing/media'
import { newsroom } from '#lib/testing/newsroom'
import { aSeries } from '#lib/testing/series'
import { aDocument, aStory, paragraph, publishNow, retype, seenNow } from '#lib/testing/stories'
import { updateTheme } from '#lib/theme/commands'
import { addTopic, renameTopic } from '#lib/topic/commands'

/** Of what is published first, and of what becomes of it. */
export const now = new Date()
export const later = new Date(now.getTime() + 60_000)
/** Stands in all that readers do not have. */
export const secret = 'Nobody may know'

const theme = { ...firstTheme, colours: { ...ownColours, sport: { light: '#004400', dark: '#88ff88' } } }
export const themeFile = stylesheetPath(theme)?.split('/').at(-1) ?? ''

/** The day of it, in the paper's zone. */
export const [year = '', month = '', day = ''] = isoDay(now, { zone: config().timezone, language: '' }).split('-')

export type ReadersSide = Awaited<ReturnType<typeof fill>>

/**
 * A paper of everything that readers can have, beside drafts of everything that they cannot, in a database of its own; then
 * the desk is gone, so that whatever still answers has read the live side alone. It is there once the tests begin.
 */
export function readersSide(): ReadersSide & { url: string } {
  const database = databaseForAll()
  const side = {} as ReadersSide & { url: string }
  beforeAll(async () => {
    Object.assign(side, await fill(), { url: database.url })
    await dropDeskTables(database.url)
  })
  return side
}

async function fill() {
  await ensureSettings(now)
  const { petra } = await newsroom()
  const topic = await addTopic(petra, 'Flooding', [], now)
  const draft = (headline: string, text: string, topics = [topic]) =>
    aStory(petra, headline, { document: aDocument(headline, text), sectionId: 'river', people: ['nadia'], topics }, now)
  const gates = await draft('Gates close at five', 'Corrosion was found in the hinges.')
  const eels = await draft('Eels come back', 'They waited.')
  const letter = await draft('A letter', 'It was not so.')
  const hidden = await addTopic(petra, 'Nobody may hear', [], now)
  await renameTopic(petra, hidden, 1, secret, now)
  const hiddenStory = await draft(secret, `${secret}, not even in the hinges.`, [topic, hidden])
  const another = await draft(`${secret} more`, 'Nothing.')
  const picture = await aPicture(petra, { alt: 'A gate, shut' })
  await setFields(petra, gates, 1, { main: aUse(picture) }, now)
  const welsh = { language: 'cy', original: eels, sectionId: 'river', people: ['nadia'] }
  const translation = await aStory(petra, 'Y llysywod', welsh, now)
  for (const id of [gates, eels, letter, translation]) await publishNow(petra, id, now)
  await withdrawStory(petra, letter, 'We can no longer vouch for it.', 'wrong', later)
  await setFields(petra, eels, (await loadStory(db, eels)).version, { slug: 'eels' }, later)
  await publishNow(petra, eels, later)
  await retype(gates, petra, { headline: 'Gates close at six' })
  const told = { change: 'correction', note: 'An earlier version said five.', place: 'top' } as const
  await publishStory(petra, gates, await seenNow(gates), told, later)
  await editSection(petra, 'sport', 1, { name: 'Games', slug: 'games', colour: 'sport' }, later)
  await updateTheme(petra, 0, theme, later)
  const about = await createPage(petra, 'About us', now)
  const page = await loadPage(db, petra, about)
  const body = { type: 'doc' as const, content: [paragraph('p', 'Five people.')] }
  await publishPage(petra, about, await savePage(petra, about, page, { ...page.content, body }, now), later)
  await createPage(petra, secret, now)
  const { version, content } = await loadMenu(db, petra, 'footer')
  const entries = [{ id: 'about', to: { of: 'page' as const, id: about }, label: '' }]
  const columns = [{ id: 'here', title: 'Found here', entries }]
  await publishMenu(petra, 'footer', await saveMenu(petra, 'footer', { version, content }, { columns }, now), later)
  const made = await loadMenu(db, petra, 'footer')
  await saveMenu(petra, 'footer', made, { columns: [{ ...columns[0]!, title: secret }] }, later)
  await setBar(petra, 0, { text: 'Eels are back', link: '/river/eels', until: null }, later)
  await db.write(async (tx) => void (await tx.insert(liveFronts).values({ subject: 'section:sport', containers: [] })))
  const series = await aSeries(petra, 'On the river', [hiddenStory, gates, eels], later)
  await aSeries(petra, secret, [another], later)
  return { gates, eels, topic, hidden, picture, about, series }
}
