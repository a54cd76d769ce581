import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import sharp, { type Sharp } from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { db } from '#lib/db/client'
import { jobs } from '#lib/jobs/tables'
import { liveMedia } from '#lib/site/tables'
import { aUse } from '#lib/testing/blocks'
import { mp4Of, pictures, told } from '#lib/testing/clips/mp4'
import { deskForAll } from '#lib/testing/desk'
import { buildProgram } from '#lib/testing/program'
import { aStory, publishNow } from '#lib/testing/stories'

import { listAlike } from '../queries/alike'
import { findMedia } from '../queries/find'
import { listMedia } from '../queries/list'
import { diskStore } from '../store/disk'
import { media } from '../tables'
import { addMedia, replaceMedia } from './add'
import { editMedia } from './edit'
import { sweepNow } from './sweep'
import type { Tools } from './take-in'

const desk = deskForAll()
let tools: Tools
let built: Awaited<ReturnType<typeof buildProgram>>[]
const folder = mkdtempSync(join(tmpdir(), 'stet-add-'))
beforeAll(async () => {
  const sources = ['lib/media/pixels/intake-child.ts', 'lib/media/containers/intake-child.ts']
  built = await Promise.all(sources.map(buildProgram))
  const [picture = '', clip = ''] = built.map(({ file }) => file)
  tools = { store: diskStore(join(folder, 'store')), programs: { picture, clip } }
})
afterAll(async () => {
  for (const { remove } of built) remove()
  rmSync(folder, { recursive: true })
})

let count = 0
async function aFile(change: (picture: Sharp) => Sharp = (picture) => picture) {
  const path = join(folder, `sent-${++count}`)
  // Large soft spots, another pattern each time: smaller and saved anew they are the same.
  const spots = Buffer.from(Array.from({ length: 9 * 6 }, (_, i) => ((i + count * 17) * 7919 + i * i * 131) % 256))
  const ground = sharp(spots, { raw: { width: 9, height: 6, channels: 1 } })
  const picture = sharp(await ground.png().toBuffer()).resize(1200, 800, { kernel: 'cubic', fit: 'fill' })
  writeFileSync(path, await change(picture).jpeg().toBuffer())
  return path
}
const rowOf = async (id: string) => (await db.select().from(media).where(eq(media.id, id)))[0]!
const open = async () => (await db.select().from(jobs)).filter(({ doneAt, name }) => !doneAt && name === 'sweep-file')

test('a picture that was sent is in the library, with what its file says, and nothing of it is cleared', async () => {
  const xmp =
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:Credit="N. Orrell" photoshop:Instructions="Not in Kent"/></rdf:RDF></x:xmpmeta>'
  const path = await aFile((picture) => picture.withXmp(xmp))
  await addMedia(desk.kit, 'one', { path, name: 'gates at four.jpg' }, tools)
  expect(await findMedia(desk.kit, 'one')).toMatchObject({
    ...{ kind: 'picture', name: 'gates at four', credit: 'N. Orrell', notes: 'Not in Kent', rights: 'unclear' },
    ...{ fromFile: ['credit', 'notes'] },
    ...{ type: 'image/jpeg', width: 1200, height: 800, live: false, mayEdit: true },
  })
  const { file } = await rowOf('one')
  expect(await tools.store.list(`${file}/`, '', 9)).toEqual([
    `${file}/master`,
    `${file}/thumb-320`,
    `${file}/thumb-640`,
  ])
  expect(await open()).toEqual([])
})

test('sent once more under the same id, nothing more is made', async () => {
  const path = await aFile()
  await addMedia(desk.kit, 'one', { path, name: 'other.jpg' }, tools)
  expect((await rowOf('one')).name).toBe('gates at four')
})

test('contributors see what they put there themselves; all others see all of it', async () => {
  await addMedia(desk.nadia, 'hers', { path: await aFile(), name: 'hers.jpg' }, tools)
  expect((await listMedia(desk.kit, {}, { size: 9 })).rows.map(({ id }) => id)).toEqual(['one'])
  expect((await listMedia(desk.tom, {}, { size: 9 })).rows.map(({ id }) => id).sort()).toEqual(['hers', 'one'])
  expect(await findMedia(desk.kit, 'hers')).toBeUndefined()
})

test('a picture that the library has, smaller and saved anew, is told', async () => {
  const path = await aFile()
  await addMedia(desk.tom, 'large', { path, name: 'large.jpg' }, tools)
  writeFileSync(`${path}-small`, await sharp(path).resize(400).jpeg({ quality: 60 }).toBuffer())
  await addMedia(desk.tom, 'small', { path: `${path}-small`, name: 'small.jpg' }, tools)
  expect((await listAlike(desk.tom, 'small')).map(({ id }) => id)).toContain('large')
  await addMedia(desk.kit, 'kits', { path, name: 'kits.jpg' }, tools)
  expect(await listAlike(desk.kit, 'kits')).toEqual([])
  expect(await listAlike(desk.kit, 'large')).toEqual([])
})

test('a film that was sent is in the library without what it says of itself, which fills the fields', async () => {
  const path = join(folder, 'film')
  writeFileSync(path, mp4Of([pictures(9)], { inMoov: told('The ferry') }))
  await addMedia(desk.tom, 'film', { path, name: 'film.mp4' }, tools)
  const found = { kind: 'video', type: 'video/mp4', name: 'The ferry', width: 16, height: 16, seconds: 1 }
  expect(await findMedia(desk.tom, 'film')).toMatchObject(found)
  const { file, bytes } = await rowOf('film')
  expect(await tools.store.list(`${file}/`, '', 9)).toEqual([`${file}/clip`])
  expect(await tools.store.size(`${file}/clip`)).toBe(bytes)
  writeFileSync(path, mp4Of([pictures(9)]).subarray(0, 900))
  await expect(addMedia(desk.tom, 'cut', { path, name: 'cut.mp4' }, tools)).rejects.toMatchObject({ reason: 'invalid' })
})

test('what is no picture leaves nothing: no row, no file, no work', async () => {
  const path = join(folder, 'text')
  writeFileSync(path, 'This is no picture.')
  await expect(addMedia(desk.tom, 'text', { path, name: 'text.jpg' }, tools)).rejects.toMatchObject({
    reason: 'invalid',
  })
  expect(await rowOf('text')).toBeUndefined()
  const [sweep] = await open()
  const { file } = sweep!.payload as { file: string }
  await sweepNow(tools.store, file)
  expect(await tools.store.list(`${file}/`, '', 9)).toEqual([])
})

test('where there is no room the file waits, and what was put there goes', async () => {
  let puts = 0
  const full: Tools['store'] = {
    ...tools.store,
    put: async (...args) => {
      if (++puts > 1) throw new Error('no room')
      await tools.store.put(...args)
    },
  }
  await expect(
    addMedia(desk.tom, 'full', { path: await aFile(), name: 'a.jpg' }, { ...tools, store: full }),
  ).rejects.toThrow()
  const file = ((await open()).at(-1)!.payload as { file: string }).file
  expect(await tools.store.list(`${file}/`, '', 9)).toHaveLength(1)
  await sweepNow(tools.store, file)
  expect(await tools.store.list(`${file}/`, '', 9)).toEqual([])
})

test('a file is replaced under its id: readers get the new one, and the old address leads there', async () => {
  await editMedia(desk.tom, 'large', 1, { rights: 'owned', alt: 'A gate' })
  const story = await aStory(desk.nadia, 'Gates', {
    main: aUse('large'),
  })
  await publishNow(desk.sal, story)
  const { file, hash } = await rowOf('large')
  const path = await aFile((picture) => picture.resize(800, 1200))
  await expect(replaceMedia(desk.tom, 'large', 2, 'place', { path, name: 'b.jpg' }, tools)).rejects.toMatchObject({
    reason: 'forbidden',
  })
  await expect(replaceMedia(desk.sal, 'large', 1, 'place', { path, name: 'b.jpg' }, tools)).rejects.toMatchObject({
    reason: 'conflict',
  })
  for (const _ of ['once', 'and again'])
    expect(await replaceMedia(desk.sal, 'large', 2, 'place', { path, name: 'b.jpg' }, tools)).toBe(3)
  const [row] = await db.select().from(liveMedia).where(eq(liveMedia.subject, 'large'))
  expect(row).toMatchObject({ width: 800, height: 1200, formerly: { hashes: [hash.slice(0, 12)] }, alt: 'A gate' })
  await sweepNow(tools.store, file)
  expect(await tools.store.list(`${file}/`, '', 9)).toEqual([])
  expect(await tools.store.size(`${(await rowOf('large')).file}/master`)).toBeGreaterThan(0)
  expect(existsSync(path)).toBe(true)
})
