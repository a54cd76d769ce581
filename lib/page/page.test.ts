import { expect, test } from 'vitest'

import { audit } from '#lib/audit/tables'
import { lives } from '#lib/cli/lives'
import { db } from '#lib/db/client'
import { listDraftVersions } from '#lib/draft/queries/versions'
import { rebuildLive } from '#lib/publication/rebuild'
import { revisions } from '#lib/publication/tables'
import { addSection, editSection } from '#lib/section/commands'
import { rendering } from '#lib/site/context'
import { findFormer } from '#lib/site/queries/addresses'
import { findOwnPage, listPages as listLive } from '#lib/site/queries/pages'
import { mayStand } from '#lib/site/queries/standing'
import type { Body } from '#lib/story/document/nodes'
import { cookieOf } from '#lib/testing/collab'
import { deskForEach } from '#lib/testing/desk'
import { person, when } from '#lib/testing/newsroom'

import { createPage } from './commands/create'
import { pageCommands, publishPage, restorePage, savePage } from './commands/draft'
import { removePage, takePageBack } from './commands/take-back'
import type { PageContent } from './content'
import { listPages } from './queries/list'
import { findPage, findPageContent } from './queries/page'
import { findDraftPage, mayPreviewPage } from './queries/preview'

const desk = deskForEach()

const text = (...lines: string[]): Body => ({
  type: 'doc',
  content: lines.map((line, i) => ({
    ...{ type: 'paragraph', attrs: { id: `p${i}` }, content: [{ type: 'text', text: line }] },
  })),
})

const now = async (id: string) => (await findPage(desk.petra, id))!

/** Makes the draft say this besides what it says. @returns its version */
async function write(id: string, said: Partial<PageContent>) {
  const { version, content } = await now(id)
  return (await savePage(desk.petra, id, { version, content }, { ...content, ...said }, when)).version
}

async function publish(id: string, said: Partial<PageContent> = {}) {
  await write(id, said)
  return publishPage(desk.petra, id, await now(id), when)
}

async function about() {
  const id = await createPage(desk.petra, ' About  us ', when)
  await publish(id, { standfirst: 'Who we are.', body: text('Five people.') })
  return id
}

const read = async (slug: string) => (await rendering(() => findOwnPage(slug))).answer
const former = async (path: string) => (await rendering(() => findFormer(path))).answer

test('a page is its editors’ alone until it is published; then readers have what it said, and the log replays to it', async () => {
  const id = await createPage(desk.petra, 'About us', when)
  expect((await now(id)).content).toMatchObject({ title: 'About us', slug: 'about-us' })
  await write(id, { body: text('Five people.') })
  expect([await read('about-us'), await former('/about-us')]).toEqual([undefined, undefined])
  expect(await rendering(() => mayStand('/about-us'))).toMatchObject({ answer: false })
  await publishPage(desk.petra, id, await now(id), when)
  expect(await read('about-us')).toMatchObject({ id, title: 'About us', body: text('Five people.') })
  expect(await rendering(() => mayStand('/about-us'))).toMatchObject({ answer: true })
  await write(id, { body: text('Six people.') })
  expect((await read('about-us'))?.body).toEqual(text('Five people.'))
  expect(await now(id)).toMatchObject({ waiting: true, live: { revision: 1, path: '/about-us' } })
  await publishPage(desk.petra, id, await now(id), when)
  expect((await read('about-us'))?.body).toEqual(text('Six people.'))
  expect((await rendering(listLive)).answer).toMatchObject([{ slug: 'about-us' }])
  await expect(publishPage(desk.petra, id, await now(id), when)).rejects.toThrow('Readers have all of this')
  expect(await rebuildLive(lives, { check: true })).toEqual([])
})

test('an earlier address leads to the present one; taken down, all of them say so, and published again they lead on', async () => {
  const id = await about()
  await publish(id, { slug: 'who-we-are' })
  expect(await former('/about-us')).toEqual({ state: 'moved', to: '/who-we-are' })
  await takePageBack(desk.petra, id, 'We are moving.', (await now(id)).live!.seq, when)
  for (const path of ['/about-us', '/who-we-are'])
    expect(await former(path)).toEqual({ state: 'gone', at: when, note: 'We are moving.' })
  expect(await read('who-we-are')).toBeUndefined()
  expect(await now(id)).toMatchObject({ gone: { at: when, by: 'petra' }, live: undefined })
  await publishPage(desk.petra, id, await now(id), when)
  expect(await former('/about-us')).toEqual({ state: 'moved', to: '/who-we-are' })
  expect(await rebuildLive(lives, { check: true })).toEqual([])
})

test('a page and a section never share an address, whichever comes first', async () => {
  const id = await about()
  const section = { name: 'About', slug: 'about-us', colour: 'river' as const }
  await expect(addSection(desk.petra, section, when)).rejects.toMatchObject({
    ...{ reason: 'invalid', fields: { slug: 'The page “About us” has the address /about-us.' } },
  })
  await expect(editSection(desk.petra, 'sport', 1, section, when)).rejects.toMatchObject({ reason: 'invalid' })
  for (const [slug, why] of [
    ['river', 'The section river has the address /river.'],
    ['topics', 'is an address of the site itself'],
    ['About us', 'lower-case letters'],
  ] as const) {
    await write(id, { slug })
    await expect(publishPage(desk.petra, id, await now(id), when), slug).rejects.toThrow(why)
  }
  // What stood there before leads on; what stands there now comes first.
  await publish(id, { slug: 'who-we-are' })
  await addSection(desk.petra, section, when)
  expect(await rendering(() => mayStand('/about-us'))).toMatchObject({ answer: true })
  const second = await createPage(desk.petra, 'Who we are', when)
  expect((await now(second)).content.slug).toBe('who-we-are-2')
})

test('of two who write at once each keeps what they wrote; where both changed the same, the later one chooses', async () => {
  const id = await about()
  const { version, content } = await now(id)
  const mine = { ...content, body: text('Five people, and a cat.') }
  await savePage(desk.petra, id, { version, content }, { ...content, title: 'About' }, when)
  const chief = person('petra', 'editor', 'all')
  expect(await savePage(chief, id, { version, content }, mine, when)).toMatchObject({
    ...{ joined: 'petra', content: { title: 'About', body: mine.body } },
  })
  const theirs = (await now(id)).content
  await expect(
    savePage(chief, id, { version, content }, { ...content, body: text('Nine people.') }, when),
  ).rejects.toMatchObject({ reason: 'conflict', detail: { theirs, clashes: ['p0'], by: 'petra' } })
  expect((await now(id)).content).toEqual(theirs)
  await expect(publishPage(chief, id, { version }, when)).rejects.toMatchObject({ reason: 'conflict' })
})

test('an earlier revision comes back into the draft, and what stood is kept', async () => {
  const id = await about()
  await publish(id, { body: text('Six people.') })
  await write(id, { body: text('Seven people.') })
  await expect(restorePage(desk.petra, id, 1, { version: 1 }, when)).rejects.toThrow(
    'Not restored. petra has changed this page meanwhile',
  )
  await restorePage(desk.petra, id, 1, await now(id), when)
  expect((await now(id)).content.body).toEqual(text('Five people.'))
  expect((await read('about-us'))?.body).toEqual(text('Six people.'))
  const { versions } = await listDraftVersions(pageCommands.noun, desk.petra, id, { size: 10 })
  expect(versions.map(({ number, was }) => [number, was])).toEqual([
    [3, 'kept'],
    [2, 'readers'],
    [1, 'readers'],
  ])
  expect((await findPageContent(desk.petra, id, 3)).body).toEqual(text('Seven people.'))
})

test('what readers do not have can be deleted; its address is free, and nothing of it is left', async () => {
  const id = await about()
  await expect(removePage(desk.petra, id, await now(id), when)).rejects.toMatchObject({ reason: 'rule' })
  await takePageBack(desk.petra, id, '', (await now(id)).live!.seq, when)
  await removePage(desk.petra, id, await now(id), when)
  expect([await former('/about-us'), await listPages(desk.petra), await findPage(desk.petra, id)]).toEqual([
    undefined,
    [],
    undefined,
  ])
  expect((await db.select().from(revisions)).filter(({ kind }) => kind === 'page')).toEqual([])
  const draft = await createPage(desk.petra, 'About us', when)
  await removePage(desk.petra, draft, await now(draft), when)
  expect((await now(draft).catch(() => undefined)) ?? undefined).toBeUndefined()
  const acts = (await db.select({ act: audit.act, subject: audit.subject }).from(audit)).filter(({ subject }) =>
    subject.startsWith('page:'),
  )
  expect(acts.map(({ act }) => act)).toEqual(['create', 'publish', 'withdraw', 'remove', 'create', 'remove'])
  expect(await rebuildLive(lives, { check: true })).toEqual([])
})

test('who does not edit the whole paper knows of no page, and may do nothing with one', async () => {
  const id = await about()
  const { version, content, live } = await now(id)
  const chief = person('petra', 'editor', 'all')
  expect(await listPages(chief)).toHaveLength(1)
  for (const actor of [desk.kit, desk.nadia, desk.tom, desk.sal, person('x', 'writer', 'all')]) {
    const gone = { reason: 'not-found' }
    expect(await findPage(actor, id)).toBeUndefined()
    await expect((async () => listPages(actor))()).rejects.toMatchObject(gone)
    await expect((async () => createPage(actor, 'Mine'))()).rejects.toMatchObject(gone)
    await expect(savePage(actor, id, { version, content }, content)).rejects.toMatchObject(gone)
    await expect(publishPage(actor, id, { version })).rejects.toMatchObject(gone)
    await expect(takePageBack(actor, id, '', live!.seq)).rejects.toMatchObject(gone)
    await expect(removePage(actor, id, { version })).rejects.toMatchObject(gone)
    await expect(restorePage(actor, id, 1, { version })).rejects.toMatchObject(gone)
    await expect(listDraftVersions(pageCommands.noun, actor, id, { size: 5 })).rejects.toMatchObject(gone)
    await expect(findPageContent(actor, id, 1)).rejects.toMatchObject(gone)
  }
})

test('a draft is previewed by who makes it, by their session, and by nobody else', async () => {
  const id = await createPage(desk.petra, 'Not yet', when)
  const petra = await cookieOf(desk.petra)
  expect(await findDraftPage(petra, id)).toMatchObject({ title: 'Not yet' })
  for (const cookies of [undefined, 'stet-session=made-up', await cookieOf(desk.nadia), await cookieOf(desk.sal)])
    expect([await findDraftPage(cookies, id), await mayPreviewPage(cookies, id)]).toEqual([undefined, false])
  expect(await mayPreviewPage(petra, 'nowhere')).toBe(false)
})
