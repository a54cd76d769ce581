import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'

import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { db } from '#lib/db/client'
import { Refusal } from '#lib/errors'
import { cutMedia, editMedia } from '#lib/media/commands/edit'
import { clearMedia, withholdMedia } from '#lib/media/commands/withhold'
import { findMedia } from '#lib/media/queries/find'
import { cropCode } from '#lib/media/store/address'
import { diskStore } from '#lib/media/store/disk'
import type { Wanted } from '#lib/media/store/renditions'
import type { CardWords } from '#lib/media/store/social-job'
import { viewOf } from '#lib/media/store/view'
import { media } from '#lib/media/tables'
import { makePreviewLink, revokePreviewLink } from '#lib/preview/commands'
import { findPreviewFile } from '#lib/preview/queries'
import { findSocial } from '#lib/site/queries/social'
import { liveMedia } from '#lib/site/tables'
import { setFields } from '#lib/story/commands/fields'
import { withdrawStory } from '#lib/story/commands/withdraw'
import { loadStory } from '#lib/story/queries/load'
import { aClip, aUse, someBlocks } from '#lib/testing/blocks'
import { deskForAll } from '#lib/testing/desk'
import { aStage, edgeOptions, serveEdge, stagedNext } from '#lib/testing/edge'
import { aPicture } from '#lib/testing/media'
import { aStory, publishNow, retype } from '#lib/testing/stories'

import { makeEdge } from './answer'

const desk = deskForAll()
let { base, close } = {} as Awaited<ReturnType<typeof serveEdge>>
const asked: Wanted[] = []
const drawn: CardWords[] = []
let busy = false
const folder = mkdtempSync(join(tmpdir(), 'stet-edge-media-'))
const store = diskStore(folder)
const edge = makeEdge({
  ...edgeOptions,
  next: stagedNext(aStage),
  media: {
    store: () => store,
    renditions: () => ({
      async get(wanted) {
        if (busy) throw new Refusal('busy', 'Many wait.')
        asked.push(wanted)
        return { stream: Readable.from([Buffer.from('pixels')]), size: 6 }
      },
      stop() {},
    }),
    cards: () => ({
      async get(words) {
        drawn.push(words)
        return Buffer.from('a card')
      },
    }),
    findPrivate: findPreviewFile,
  },
})
beforeAll(async () => {
  ;({ base, close } = await serveEdge(edge))
})
afterAll(async () => {
  close()
  rmSync(folder, { recursive: true })
})

const get = (path: string, init: RequestInit = {}) => fetch(base + path, { redirect: 'manual', ...init })
const status = async (path: string) => (await get(path)).status
const hashOf = async (id: string) =>
  (await db.select({ hash: media.hash }).from(media).where(eq(media.id, id)))[0]!.hash.slice(0, 12)

test('a picture of a draft is nobody’s; live it is there in the widths and formats that there are, and in no other', async () => {
  const id = await aPicture(desk.nadia)
  const story = await aStory(desk.nadia, 'Gates', { main: aUse(id) })
  const path = `/media/${id}/${await hashOf(id)}-0`
  expect(await status(`${path}/960.avif`)).toBe(404)
  await publishNow(desk.sal, story)
  const answer = await get(`${path}/960.avif`)
  expect([answer.status, await answer.text()]).toEqual([200, 'pixels'])
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'image/avif',
    'content-length': '6',
    'cache-control': 'public, max-age=31536000, s-maxage=0, immutable',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  })
  expect(asked.at(-1)).toMatchObject({
    width: 960,
    format: 'avif',
    crop: undefined,
    graphic: false,
    credit: 'N. Orrell',
  })
  for (const odd of ['961.avif', '960.gif', '960.avif.webp', '0960.avif', '../960.avif', '960', ''])
    expect([odd, await status(`${path}/${odd}`)]).toEqual([odd, 404])
  const tag = answer.headers.get('etag') ?? ''
  expect((await get(`${path}/960.avif`, { headers: { 'if-none-match': tag } })).status).toBe(304)
  const head = await get(`${path}/960.avif`, { method: 'HEAD' })
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '6', ''])
  expect((await get(`${path}/960.avif`, { method: 'POST' })).status).toBe(405)
  await withdrawStory(desk.sal, story, '', 'wrong')
  expect(await status(`${path}/960.avif`)).toBe(404)
  expect((await get(`${path}/960.avif`, { headers: { 'if-none-match': tag } })).status).toBe(404)
})

const socialPath = async (id: string) => (await findSocial(id))?.path ?? 'none'

test('a story without a picture has a card of its words while it is live, and no card before or after', async () => {
  const story = await aStory(desk.nadia, 'Sluices open')
  const guessed = `/media/social/${story}/0123456789ab.jpeg`
  expect(await status(guessed)).toBe(404)
  await publishNow(desk.sal, story)
  const path = await socialPath(story)
  const answer = await get(path)
  expect([answer.status, await answer.text(), answer.headers.get('content-type')]).toEqual([
    200,
    'a card',
    'image/jpeg',
  ])
  expect(answer.headers.get('cache-control')).toContain('immutable')
  expect(drawn.at(-1)).toMatchObject({ headline: 'Sluices open', colour: '#0b5563', rtl: false })
  const wrong = await get(guessed)
  expect([wrong.status, wrong.headers.get('location')]).toEqual([301, path])
  await retype(story, desk.nadia, { headline: 'Sluices shut' })
  expect(await socialPath(story)).toBe(path)
  await publishNow(desk.sal, story)
  const after = await socialPath(story)
  expect(after).not.toBe(path)
  expect((await get(path)).headers.get('location')).toBe(after)
  const tag = (await get(after)).headers.get('etag') ?? ''
  expect((await get(after, { headers: { 'if-none-match': tag } })).status).toBe(304)
  await withdrawStory(desk.sal, story, '', 'wrong')
  expect([await status(after), await status(path)]).toEqual([404, 404])
  expect((await get(after, { headers: { 'if-none-match': tag } })).status).toBe(404)
})

test('a story with a picture shows that, cut for other sites, and not where another story shows it still', async () => {
  const id = await aPicture(desk.sal)
  const [story, other] = [
    await aStory(desk.nadia, 'Banks', { main: aUse(id) }),
    await aStory(desk.nadia, 'Bridges', { main: aUse(id) }),
  ]
  for (const one of [story, other]) await publishNow(desk.sal, one)
  const path = await socialPath(story)
  expect(await status(path)).toBe(200)
  expect(asked.at(-1)).toMatchObject({ width: 1200, height: 630, format: 'jpeg', crop: { x: 0, width: 1 } })
  await withdrawStory(desk.sal, story, '', 'wrong')
  expect([await status(path), await status(await socialPath(other))]).toEqual([404, 200])
  expect(await status(`/media/${id}/${await hashOf(id)}-0/640.jpeg`)).toBe(200)
})

test('only parts that are shown somewhere are made; one that was shown leads to what is shown in its shape now', async () => {
  const id = await aPicture(desk.sal)
  const own = { x: 0.1, y: 0.1, width: 0.5, height: 0.5 }
  const story = await aStory(desk.nadia, 'Locks', { main: aUse(id, { crop: '0.1,0.1,0.5,0.5' }) })
  await publishNow(desk.sal, story)
  const hash = await hashOf(id)
  const at = (code: string) => `/media/${id}/${hash}-${code}/640.webp`
  expect(await status(at(cropCode(own)))).toBe(200)
  expect(asked.at(-1)?.crop).toEqual(own)
  expect(await status(at(cropCode({ ...own, x: 0.2 })))).toBe(404)
  const cutting = { size: { width: 2560, height: 1440 }, focus: { x: 0.5, y: 0.5 }, crops: {} }
  const before = cropCode(viewOf(cutting, '1:1').crop)
  const after = cropCode(viewOf({ ...cutting, focus: { x: 0, y: 0 } }, '1:1').crop)
  expect(await status(at(before))).toBe(200)
  const { version } = (await findMedia(desk.sal, id))!
  await cutMedia(desk.sal, id, version, { focus: { x: 0, y: 0 } })
  const moved = await get(at(before))
  expect([moved.status, moved.headers.get('location')]).toEqual([301, at(after)])
  await setFields(desk.sal, story, (await loadStory(db, story)).version, { main: aUse(id) })
  await publishNow(desk.sal, story)
  expect((await get(at(cropCode(own)))).headers.get('location')).toBe(at('0'))
})

test('who has a file asks again after its credit was changed, and gets another', async () => {
  const id = await aPicture(desk.sal)
  await publishNow(desk.sal, await aStory(desk.nadia, 'Ferry', { main: aUse(id) }))
  const path = `/media/${id}/${await hashOf(id)}-0/1280.webp`
  const headers = { 'if-none-match': (await get(path)).headers.get('etag') ?? '' }
  expect((await get(path, { headers })).status).toBe(304)
  await editMedia(desk.sal, id, 1, { credit: 'Name withheld' })
  expect((await get(path, { headers })).status).toBe(200)
  expect(asked.at(-1)?.credit).toBe('Name withheld')
})

test('an earlier file’s address leads to the present one; another’s leads nowhere', async () => {
  const id = await aPicture(desk.sal)
  await publishNow(desk.sal, await aStory(desk.nadia, 'Weir', { main: aUse(id) }))
  const now = await hashOf(id)
  await db.write((tx) =>
    tx
      .update(liveMedia)
      .set({ formerly: { hashes: ['0123456789ab'], crops: {} } })
      .where(eq(liveMedia.subject, id)),
  )
  const moved = await get(`/media/${id}/0123456789ab-0/320.jpeg`)
  expect([moved.status, moved.headers.get('location')]).toEqual([301, `/media/${id}/${now}-0/320.jpeg`])
  expect(await status(`/media/${id}/0123456789ac-0/320.jpeg`)).toBe(404)
})

test('where too many wait, one is told when to come back', async () => {
  const id = await aPicture(desk.sal)
  await publishNow(desk.sal, await aStory(desk.nadia, 'Busy', { main: aUse(id) }))
  busy = true
  const answer = await get(`/media/${id}/${await hashOf(id)}-0/320.jpeg`)
  busy = false
  expect([answer.status, answer.headers.get('retry-after'), answer.headers.get('cache-control')]).toEqual([
    503,
    '2',
    'no-store',
  ])
})

test('of a film any part is sent, and what is not there is refused', async () => {
  const id = await aPicture(desk.sal, { kind: 'video', type: 'video/mp4', captions: 'WEBVTT\n\n' })
  const [row] = await db.select().from(media).where(eq(media.id, id))
  await store.put(`${row!.file}/clip`, Buffer.from('0123456789'), 'video/mp4')
  const story = await aStory(desk.nadia, 'Film')
  const path = `/media/${id}/${await hashOf(id)}-0`
  await retype(story, desk.nadia, { body: { type: 'doc', content: someBlocks('It runs.', aClip(id)) } })
  expect(await status(`${path}/clip.mp4`)).toBe(404)
  await publishNow(desk.sal, story)
  const ranged = async (range: string) => {
    const answer = await get(`${path}/clip.mp4`, { headers: { range } })
    return [answer.status, answer.headers.get('content-range'), await answer.text()]
  }
  expect(await ranged('bytes=2-4')).toEqual([206, 'bytes 2-4/10', '234'])
  expect(await ranged('bytes=-2')).toEqual([206, 'bytes 8-9/10', '89'])
  expect(await ranged('bytes=7-')).toEqual([206, 'bytes 7-9/10', '789'])
  expect(await ranged('bytes=20-')).toEqual([416, 'bytes */10', ''])
  for (const unread of ['bytes=0-1,4-5', 'bytes=5-3']) expect(await ranged(unread)).toEqual([200, null, '0123456789'])
  const captions = await get(`${path}/captions.vtt`)
  expect([captions.status, captions.headers.get('content-type'), await captions.text()]).toEqual([
    200,
    'text/vtt; charset=utf-8',
    'WEBVTT\n\n',
  ])
})

test('a private link shows the pictures of its text, kept nowhere, and no longer than it works', async () => {
  const [id, other] = [await aPicture(desk.nadia), await aPicture(desk.nadia)]
  const story = await aStory(desk.nadia, 'Secret', { main: aUse(id) })
  const { token, id: link } = await makePreviewLink(desk.nadia, story, { label: 'The lawyer', hours: 24 })
  const at = async (of: string, by = token) => `/preview/${by}/media/${of}/${await hashOf(of)}-0/640.webp`
  const answer = await get(await at(id))
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store'])
  expect(await status(await at(other))).toBe(404)
  expect(await status(await at(id, 'b'.repeat(43)))).toBe(404)
  expect(await status(`/media/${id}/${await hashOf(id)}-0/640.webp`)).toBe(404)
  await withholdMedia(desk.sal, id)
  expect(await status(await at(id))).toBe(404)
  await clearMedia(desk.sal, id)
  expect(await status(await at(id))).toBe(200)
  await revokePreviewLink(desk.sal, link)
  expect(await status(await at(id))).toBe(404)
})
