import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'

import { lives } from '#lib/cli/lives'
import { db } from '#lib/db/client'
import { editMedia } from '#lib/media/commands/edit'
import { takeExpired, warnOfExpiry } from '#lib/media/commands/expire'
import { clearMedia, removeMedia, withholdMedia } from '#lib/media/commands/withhold'
import { shortHash } from '#lib/media/live'
import { listMedia } from '#lib/media/queries/list'
import { listUsedByPage } from '#lib/media/queries/used'
import { listUses } from '#lib/media/queries/uses'
import { cropCode } from '#lib/media/store/address'
import { media } from '#lib/media/tables'
import { countUnread, listNotifications } from '#lib/notification/queries'
import { lastSeq, listKeysAfter } from '#lib/publication/queries'
import { rebuildLive } from '#lib/publication/rebuild'
import { rendering } from '#lib/site/context'
import { findPictureFile } from '#lib/site/queries/media-files'
import { findOwnPage } from '#lib/site/queries/pages'
import { liveMedia } from '#lib/site/tables'
import { cropText } from '#lib/story/document/crop-text'
import type { Block, Gallery } from '#lib/story/document/nodes'
import { aClip, anImage } from '#lib/testing/blocks'
import { cookieOf } from '#lib/testing/collab'
import { deskForEach } from '#lib/testing/desk'
import { aPicture } from '#lib/testing/media'
import { when } from '#lib/testing/newsroom'

import { createPage } from './commands/create'
import { publishPage, savePage } from './commands/draft'
import { removePage, takePageBack } from './commands/take-back'
import { findPage } from './queries/page'
import { findDraftPage, findPageFile } from './queries/preview'

const desk = deskForEach()
let picture: string
beforeEach(async () => {
  picture = await aPicture(desk.sal)
})

const now = async (id: string) => (await findPage(desk.petra, id, when))!
async function drafted(...content: Block[]) {
  const id = await createPage(desk.petra, 'About us', when)
  await write(id, ...content)
  return id
}
async function write(id: string, ...content: Block[]) {
  const { version, content: before } = await now(id)
  await savePage(desk.petra, id, { version, content: before }, { ...before, body: { type: 'doc', content } }, when)
}
const publish = async (id: string, at = when) => publishPage(desk.petra, id, await now(id), at)
const takeBack = async (id: string) => takePageBack(desk.petra, id, '', (await now(id)).live!.seq, when)
const live = async (id: string) => (await db.$count(liveMedia, eq(liveMedia.subject, id))) === 1
const read = () => rendering(() => findOwnPage('about-us'))
const hashOf = async (id: string) =>
  shortHash((await db.select({ hash: media.hash }).from(media).where(eq(media.id, id)))[0]!.hash)
const gallery = (...images: string[]): Gallery => ({
  ...{ type: 'gallery', attrs: { id: 'g', title: 'The room' }, content: images.map((id) => anImage(id)) },
})

test('readers have what a page shows from its publication on, until it is taken out, or the page from them', async () => {
  const [inRow, poster] = [await aPicture(desk.sal), await aPicture(desk.sal)]
  const film = await aPicture(desk.sal, { kind: 'video', poster })
  const id = await drafted(anImage(picture), gallery(inRow), aClip(film))
  expect(await Promise.all([picture, inRow, film, poster].map(live))).toEqual([false, false, false, false])
  await publish(id)
  expect(await Promise.all([picture, inRow, film, poster].map(live))).toEqual([true, true, true, true])
  const { answer, render } = await read()
  expect([...answer!.items.keys()].sort()).toEqual([picture, inRow, film, poster].sort())
  expect([...render.keys]).toEqual(expect.arrayContaining([`page:${id}`, `media:${picture}`, `media:${poster}`]))
  await write(id, anImage(picture))
  expect(await live(inRow)).toBe(true)
  await publish(id)
  expect(await Promise.all([picture, inRow, film, poster].map(live))).toEqual([true, false, false, false])
  await takeBack(id)
  expect(await live(picture)).toBe(false)
  await publish(id)
  expect(await live(picture)).toBe(true)
  await takeBack(id)
  await removePage(desk.petra, id, await now(id), when)
  expect(await live(picture)).toBe(false)
  await removeMedia(desk.petra, picture, when)
  expect(await rebuildLive(lives, { check: true })).toEqual([])
})

test('the part that a page shows is a file of readers’, and leads on once another is shown', async () => {
  const part = { x: 0, y: 0, width: 0.5, height: 0.5 }
  const code = cropCode(part)
  const id = await drafted(anImage(picture, { crop: cropText(part) }))
  const file = async () =>
    findPictureFile({ id: picture, hash: await hashOf(picture), code, width: 320, format: 'webp' } as never)
  await publish(id)
  expect(await file()).toMatchObject({ state: 'here', crop: part })
  await write(id, anImage(picture))
  await publish(id)
  expect(await file()).toMatchObject({ state: 'moved' })
})

test('what stands between readers and a picture stands between them and its page', async () => {
  const unclear = await aPicture(desk.sal, { rights: 'unclear' })
  const silent = await aPicture(desk.sal, { alt: '' })
  const once = await aPicture(desk.sal, { rights: 'one-time' })
  await publish(await drafted(anImage(once)))
  const id = await createPage(desk.petra, 'Contact', when)
  await write(id, anImage(unclear), gallery(), gallery(silent, once), anImage('gone'))
  const problems = (await now(id)).problems.map(({ field, message }) => `${field}: ${message}`)
  expect(problems).toEqual([
    'body: A gallery holds no picture.',
    'body: A picture is not cleared: say on what ground we show it.',
    'body: Picture 1 of the gallery “The room” has no alt text: say what it shows, or that it is decorative.',
    expect.stringContaining('Picture 2 of the gallery “The room” was cleared for one use'),
    'body: A picture is no longer in the library.',
  ])
  await expect(publish(id)).rejects.toMatchObject({ reason: 'rule', message: expect.stringContaining('not cleared') })
  expect(await live(unclear)).toBe(false)
})

test('its time over, or taken from readers by hand, it is gone from the page, which is made anew', async () => {
  await editMedia(desk.petra, picture, 1, {
    expiresAt: new Date(when.getTime() + 7 * 86_400_000),
    onExpiry: 'withdraw',
  })
  const id = await drafted(anImage(picture))
  await publish(id)
  await db.write((tx) => warnOfExpiry(tx, when))
  expect((await listNotifications(desk.petra, { size: 9 })).rows).toMatchObject([
    { kind: 'media-expires', draft: `page:${id}`, about: 'About us' },
  ])
  expect(await countUnread(desk.nadia)).toBe(0)
  const seq = await lastSeq(db)
  await db.write((tx) => takeExpired(tx, picture, new Date(when.getTime() + 8 * 86_400_000)))
  expect((await listKeysAfter(seq, 9)).flatMap(({ keys }) => keys)).toContain(`media:${picture}`)
  expect((await read()).answer!.items.size).toBe(0)
  await editMedia(desk.petra, picture, 2, { expiresAt: null }, when)
  expect(await live(picture)).toBe(true)
  await withholdMedia(desk.petra, picture, when)
  expect(await live(picture)).toBe(false)
  await clearMedia(desk.petra, picture, when)
  expect((await read()).answer!.items.size).toBe(1)
})

test('the library says which pages use something, drafts to those alone who make them', async () => {
  const unused = async () => (await listMedia(desk.petra, { show: 'unused' }, { size: 9 })).rows.map(({ id }) => id)
  expect(await unused()).toEqual([picture])
  const id = await drafted(anImage(picture))
  expect(await unused()).toEqual([])
  const page = { id, title: 'About us', path: null, mayOpen: true }
  expect((await listUses(desk.petra, picture)).pages).toEqual([page])
  expect((await listUses(desk.sal, picture)).pages).toEqual([])
  await publish(id)
  expect((await listUses(desk.petra, picture)).pages).toEqual([{ ...page, path: '/about-us' }])
  expect((await listUses(desk.sal, picture)).pages).toEqual([{ ...page, path: '/about-us', mayOpen: false }])
  expect(await listUsedByPage(desk.petra, id, [picture, 'gone'])).toMatchObject([{ id: picture, mayOpen: true }])
  await expect((async () => listUsedByPage(desk.sal, id, [picture]))()).rejects.toMatchObject({ reason: 'not-found' })
})

test('a preview shows them, and their files to who makes the page, and nothing else of the library', async () => {
  const other = await aPicture(desk.sal)
  const id = await drafted(anImage(picture))
  const petra = await cookieOf(desk.petra)
  expect([...(await findDraftPage(petra, id))!.items.keys()]).toEqual([picture])
  const file = async (of: string, cookies = petra) => findPageFile(cookies, id, of, await hashOf(of), '0')
  expect(await file(picture)).toMatchObject({ type: 'image/jpeg' })
  expect([await file(other), await file(picture, await cookieOf(desk.sal))]).toEqual([undefined, undefined])
  await withholdMedia(desk.petra, picture)
  expect(await file(picture)).toBeUndefined()
})
