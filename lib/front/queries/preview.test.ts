import { beforeAll, expect, test } from 'vitest'

import { db } from '#lib/db/client'
import { editMedia } from '#lib/media/commands/edit'
import { warnOfExpiry } from '#lib/media/commands/expire'
import { withholdMedia } from '#lib/media/commands/withhold'
import { shortHash } from '#lib/media/live'
import { media } from '#lib/media/tables'
import { markRead } from '#lib/notification/commands'
import { countUnread, listNotifications } from '#lib/notification/queries'
import { cookieOf } from '#lib/testing/collab'
import { deskForAll } from '#lib/testing/desk'
import { container, draft, front, slot } from '#lib/testing/fronts'
import { aPicture } from '#lib/testing/media'
import { when } from '#lib/testing/newsroom'
import { aStory, publishNow } from '#lib/testing/stories'

import { publishFront } from '../commands/draft'
import { findDraft, findDraftFile, mayPreview } from './preview'

const desk = deskForAll()
let story: string
beforeAll(async () => {
  story = await aStory(desk.nadia, 'Gates close')
  await publishNow(desk.sal, story)
})

test('a draft is shown to who makes the front, by their session, and to nobody else', async () => {
  const [sal, nadia] = [await cookieOf(desk.sal), await cookieOf(desk.nadia)]
  expect(await findDraft(sal, 'home')).toMatchObject({ name: 'Home', path: '/' })
  expect(await findDraft(await cookieOf(desk.petra), 'section:river')).toMatchObject({ name: 'river', path: '/river' })
  for (const [cookies, id] of [
    [undefined, 'home'],
    ['stet-session=made-up', 'home'],
    [nadia, 'home'],
    [sal, 'section:sport'],
    [sal, 'section:nowhere'],
    [sal, 'topic:nowhere'],
    [sal, ''],
  ] as const)
    expect([await findDraft(cookies, id), await mayPreview(cookies, id)], `${cookies} ${id}`).toEqual([
      undefined,
      false,
    ])
})

test('with the pictures that its draft shows, whether readers have them or not; with no others', async () => {
  const cookie = await cookieOf(desk.sal)
  const [shown, other] = [await aPicture(desk.sal), await aPicture(desk.sal)]
  await draft(desk.sal, 'home', front(container('one', [slot(story, { picture: shown })])))
  const items = (await findDraft(cookie, 'home'))!.items
  expect([...items.values()]).toMatchObject([{ id: shown, base: '/preview/fronts/home/media' }])
  const rows = await db.select({ id: media.id, hash: media.hash }).from(media)
  const file = (id: string, cookies = cookie) =>
    findDraftFile(cookies, 'home', id, shortHash(rows.find((row) => row.id === id)!.hash), '0')
  expect(await file(shown)).toMatchObject({ type: 'image/jpeg' })
  expect(await file(other)).toBeUndefined()
  expect(await file(shown, await cookieOf(desk.nadia))).toBeUndefined()
  await withholdMedia(desk.sal, shown)
  expect(await file(shown)).toBeUndefined()
})

test('who makes a front that shows a picture is told when its time ends, until they have looked', async () => {
  const picture = await aPicture(desk.petra)
  await editMedia(desk.petra, picture, 1, { expiresAt: new Date(when.getTime() + 7 * 86_400_000) }, when)
  const version = await draft(desk.sal, 'home', front(container('one', [slot(story, { picture })])))
  await publishFront(desk.sal, 'home', { version }, when)
  await db.write((tx) => warnOfExpiry(tx, when))
  expect((await listNotifications(desk.sal, { size: 9 })).rows).toMatchObject([
    { kind: 'media-expires', draft: 'front:home', about: 'Home' },
  ])
  expect([await countUnread(desk.sal), await countUnread(desk.nadia)]).toEqual([1, 0])
  await markRead(desk.sal, { draft: 'front:home' })
  expect(await countUnread(desk.sal)).toBe(0)
})
