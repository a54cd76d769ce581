import { expect, test } from 'vitest'

import { lives } from '#lib/cli/lives'
import { db } from '#lib/db/client'
import { listDraftVersions } from '#lib/draft/queries/versions'
import { messagesIn } from '#lib/messages/find'
import { createPage } from '#lib/page/commands/create'
import { publishPage, savePage } from '#lib/page/commands/draft'
import { takePageBack } from '#lib/page/commands/take-back'
import { findPage } from '#lib/page/queries/page'
import { lastSeq, listKeysAfter } from '#lib/publication/queries'
import { rebuildLive } from '#lib/publication/rebuild'
import { addSeries, publishSeries, saveSeries } from '#lib/series/commands'
import { rendering } from '#lib/site/context'
import { type Entry, type MenuContent, type MenuId, menuIds } from '#lib/site/menu/content'
import { findMenus } from '#lib/site/queries/menu'
import { deskForEach } from '#lib/testing/desk'
import { person, when } from '#lib/testing/newsroom'
import { aStory, publishNow } from '#lib/testing/stories'
import { addTopic, mergeTopics } from '#lib/topic/commands'

import { shapeFault } from './checks'
import { menuCommands, publishMenu, restoreMenu, saveMenu } from './commands/draft'
import { deleteMenu, takeMenuBack } from './commands/take-back'
import { findMenu, findMenuContent, listMenus } from './queries'

const desk = deskForEach()
const t = messagesIn('en')

const entry = (id: string, to: Entry['to'], label = ''): Entry => ({ id, to, label })
const one = (...entries: Entry[]): MenuContent => ({ columns: [{ id: 'col', title: '', entries }] })
const now = (id: MenuId) => findMenu(desk.petra, id)

async function write(id: MenuId, content: MenuContent) {
  const { version, content: seen } = await now(id)
  return saveMenu(desk.petra, id, { version, content: seen }, content, when)
}
async function publish(id: MenuId, content: MenuContent) {
  return publishMenu(desk.petra, id, await write(id, content), when)
}
const shown = async (id: MenuId) =>
  (await rendering(() => findMenus(t))).answer[id].flatMap(({ links }) =>
    links.map(({ name, href }) => `${name} ${href}`),
  )

async function aPage(title: string, live: boolean) {
  const id = await createPage(desk.petra, title, when)
  const { version, content } = (await findPage(desk.petra, id))!
  const paragraph = {
    type: 'paragraph' as const,
    attrs: { id: 'p' },
    content: [{ type: 'text' as const, text: 'Us.' }],
  }
  const body = { type: 'doc' as const, content: [paragraph] }
  const saved = await savePage(desk.petra, id, { version, content }, { ...content, body }, when)
  if (live) await publishPage(desk.petra, id, saved, when)
  return id
}

test('until an editor makes one, the rule does: the sections in their order, and what the site always has', async () => {
  expect(await shown('main')).toEqual(['river /river', 'politics /politics', 'sport /sport'])
  expect(await shown('top')).toEqual(['Corrections /corrections', 'All topics /topics'])
  const { answer } = await rendering(() => findMenus(t))
  expect(answer.footer.map(({ title, links }) => [title, links.length])).toEqual([
    ['Sections', 3],
    ['The paper', 5],
    ['Follow', 2],
  ])
  expect(await now('footer')).toMatchObject({ version: 0, waiting: false, problems: [], live: undefined })
  for (const id of menuIds) expect(shapeFault(id, (await now(id)).content)).toBeUndefined()
})

test('readers get a menu once it is published, and each entry as long as they have what it leads to', async () => {
  const topic = await addTopic(desk.petra, 'Flooding', [], when)
  const [live, draft] = [await aPage('About us', true), await aPage('Not yet', false)]
  const content = one(
    entry('e1', { of: 'section', id: 'sport' }, 'Games'),
    entry('e2', { of: 'page', id: live }),
    entry('e3', { of: 'page', id: draft }, 'Nobody may know'),
    entry('e4', { of: 'topic', id: topic }),
    entry('e5', { of: 'address', href: 'https://tides.example/' }, 'Tides'),
    entry('e6', { of: 'section', id: 'sport' }),
  )
  await write('main', content)
  expect((await now('main')).problems.pop()?.message).toBe('sport: another entry leads there, too.')
  content.columns[0]?.entries.pop()
  await write('main', content)
  expect(await shown('main')).toHaveLength(3)
  await publishMenu(desk.petra, 'main', await now('main'), when)
  expect(await shown('main')).toEqual(['Games /sport', 'About us /about-us', 'Tides https://tides.example/'])
  expect((await now('main')).problems.map(({ message }) => message)).toEqual([
    'Nobody may know: not live. Readers see it as soon as it is.',
    'Flooding: not live. Readers see it as soon as it is.',
  ])
  // What comes and goes later is named by the act, of which each page is made.
  const { render } = await rendering(() => findMenus(t))
  const position = await lastSeq(db)
  await publishPage(desk.petra, draft, (await findPage(desk.petra, draft))!, when)
  await publishNow(desk.petra, await aStory(desk.petra, 'Gates', { topics: [topic] }, when), when)
  expect(await shown('main')).toEqual([
    ...['Games /sport', 'About us /about-us', 'Nobody may know /not-yet', 'Flooding /topics/flooding'],
    'Tides https://tides.example/',
  ])
  for (const { keys } of (await listKeysAfter(position, 9)).filter(({ keys: all }) => !all.includes('media:')))
    expect(keys.some((key) => render.keys.has(key))).toBe(true)
  await takePageBack(desk.petra, live, '', (await findPage(desk.petra, live))!.live!.seq, when)
  expect(await shown('main')).not.toContain('About us /about-us')
  expect(await rebuildLive(lives, { check: true })).toEqual([])
})

test('a series is in a menu as soon as readers have a part of it', async () => {
  const gates = await aStory(desk.petra, 'Gates', {}, when)
  const series = await addSeries(desk.petra, 'Nobody may know', when)
  const said = { name: 'Nobody may know', slug: 'nobody-may-know', standfirst: '', parts: [gates] }
  await publishSeries(desk.petra, series, await saveSeries(desk.petra, series, 1, said, when), when)
  await publish('top', one(entry('e', { of: 'series', id: series })))
  const { answer, render } = await rendering(() => findMenus(t))
  expect(answer.top).toEqual([])
  expect((await now('top')).series).toEqual([{ id: series, name: 'Nobody may know', live: false }])
  const position = await lastSeq(db)
  await publishNow(desk.petra, gates, when)
  expect(await shown('top')).toEqual(['Nobody may know /series/nobody-may-know'])
  const touched = (await listKeysAfter(position, 9)).flatMap(({ keys }) => keys)
  expect(touched.some((key) => render.keys.has(key))).toBe(true)
})

test('what is wrong with a menu keeps it from readers', async () => {
  for (const [to, label, why] of [
    [{ of: 'address', href: 'javascript:alert(1)' }, 'Press', 'Not safe'],
    [{ of: 'address', href: '/desk' }, 'Desk', 'Only who is signed in'],
    [{ of: 'address', href: '/about' }, '', 'needs words'],
  ] as const)
    await expect(publish('top', one(entry('e', to, label))), why).rejects.toThrow(why)
  await expect(publish('footer', one(entry('e', { of: 'sections' })))).rejects.toThrow('A column has no title.')
  await expect(write('main', { columns: [] })).rejects.toMatchObject({ reason: 'invalid' })
  await expect(write('main', one(entry('e', { of: 'sections' }), entry('e', { of: 'sections' })))).rejects.toThrow(
    'same id',
  )
})

test('a topic that is merged into another stays in the menus, as that one', async () => {
  const [from, into] = [
    await addTopic(desk.petra, 'Floods', [], when),
    await addTopic(desk.petra, 'Flooding', [], when),
  ]
  await publishNow(desk.petra, await aStory(desk.petra, 'Gates', { topics: [from] }, when), when)
  await publish('top', one(entry('e1', { of: 'topic', id: from }), entry('e2', { of: 'topic', id: from }, 'Water')))
  await write('main', one(entry('e3', { of: 'topic', id: from })))
  await mergeTopics(desk.petra, from, into, when)
  expect(await shown('top')).toEqual(['Flooding /topics/flooding', 'Water /topics/flooding'])
  expect(await now('top')).toMatchObject({ waiting: false, problems: [{ of: 'e2', level: 'advice' }] })
  expect((await now('main')).content.columns[0]?.entries[0]?.to).toEqual({ of: 'topic', id: into })
  expect(await rebuildLive(lives, { check: true })).toEqual([])
})

test('an address is kept as readers can follow it, however it was sent', async () => {
  const typed = ['tides.example', '//tides.example/', 'desk@harbour.example', ' /about ']
  await publish('top', one(...typed.map((href, i) => entry(`e${i}`, { of: 'address', href }, 'To'))))
  const whole = ['https://tides.example/', 'https://tides.example/', 'mailto:desk@harbour.example', '/about']
  expect(await shown('top')).toEqual(whole.map((href) => `To ${href}`))
})

test('two at once lose nothing; an earlier revision comes back; and back to the rule it goes', async () => {
  await publish('top', one(entry('a', { of: 'place', id: 'search' })))
  const { version, content } = await now('top')
  const chief = person('petra', 'editor', 'all')
  const [mine, theirs] = ['b', 'c'].map((id) =>
    one(...content.columns[0]!.entries, entry(id, { of: 'place', id: 'home' })),
  )
  await saveMenu(desk.petra, 'top', { version, content }, theirs!, when)
  const joined = await saveMenu(chief, 'top', { version, content }, mine!, when)
  expect(joined.content.columns[0]!.entries.map(({ id }) => id).sort()).toEqual(['a', 'b', 'c'])
  await expect(
    saveMenu(chief, 'top', { version, content }, one(entry('a', { of: 'place', id: 'search' }, 'Find')), when).then(
      () => saveMenu(chief, 'top', { version, content }, one(entry('a', { of: 'place', id: 'search' }, 'Seek')), when),
    ),
  ).rejects.toMatchObject({ reason: 'conflict', detail: { clashes: ['col'] } })
  await publishMenu(desk.petra, 'top', await now('top'), when)
  await restoreMenu(desk.petra, 'top', 1, await now('top'), when)
  expect((await now('top')).content).toEqual(content)
  expect((await listDraftVersions(menuCommands.noun, desk.petra, 'top', { size: 5 })).versions).toHaveLength(2)
  expect((await findMenuContent(desk.petra, 'top', 1)).content).toEqual(content)
  await takeMenuBack(desk.petra, 'top', (await now('top')).live!.seq, when)
  expect(await shown('top')).toEqual(['Corrections /corrections', 'All topics /topics'])
  await db.write((tx) => deleteMenu(tx, 'top', null, when))
  expect(await now('top')).toMatchObject({ version: 0, waiting: false })
  expect(await rebuildLive(lives, { check: true })).toEqual([])
})

test('who does not edit the whole paper makes no menu', async () => {
  const { version, content } = await now('main')
  expect(await listMenus(person('petra', 'editor', 'all'))).toHaveLength(3)
  for (const actor of [desk.kit, desk.nadia, desk.sal, person('x', 'writer', 'all')]) {
    const gone = { reason: 'not-found' }
    await expect(findMenu(actor, 'main')).rejects.toMatchObject(gone)
    await expect(listMenus(actor)).rejects.toMatchObject(gone)
    await expect(saveMenu(actor, 'main', { version, content }, content)).rejects.toMatchObject(gone)
    await expect(publishMenu(actor, 'main', { version })).rejects.toMatchObject(gone)
    await expect(takeMenuBack(actor, 'main', 1)).rejects.toMatchObject(gone)
    await expect(restoreMenu(actor, 'main', 1, { version })).rejects.toMatchObject(gone)
    await expect(listDraftVersions(menuCommands.noun, actor, 'main', { size: 5 })).rejects.toMatchObject(gone)
  }
  await expect(findMenu(desk.petra, 'sidebar')).rejects.toMatchObject({ reason: 'not-found' })
})
