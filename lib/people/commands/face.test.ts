import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { lives } from '#lib/cli/lives'
import { db } from '#lib/db/client'
import { rebuildLive } from '#lib/publication/rebuild'
import { liveMedia, livePeople } from '#lib/site/tables'
import { deskForAll } from '#lib/testing/desk'
import { aPicture } from '#lib/testing/media'

import { findPerson } from '../queries'
import { setFace } from './face'
import { addPerson, editPerson } from './people'
import { removePerson } from './remove'

const desk = deskForAll()
let pictures: [string, string]
let ines: string
beforeAll(async () => {
  pictures = [await aPicture(desk.nadia), await aPicture(desk.nadia)]
  const person = { name: 'Ines Amsari', email: 'ines@paper.example', role: 'editor', sections: [] } as const
  ines = (await addPerson(desk.petra, { ...person, sections: [] })).id
})
afterAll(async () => {
  expect(await rebuildLive(lives, { check: true })).toEqual([])
})

const shown = async () => (await db.select({ id: liveMedia.subject }).from(liveMedia)).map(({ id }) => id)
const byline = async () => (await db.select().from(livePeople).where(eq(livePeople.subject, ines)))[0]

test('readers get a face with its picture; another one takes its place', async () => {
  const [first, second] = pictures
  await setFace(desk.petra, ines, first)
  expect([await byline(), await shown()]).toMatchObject([{ face: first }, [first]])
  await setFace(desk.petra, ines, second)
  expect([await byline(), await shown()]).toMatchObject([{ face: second }, [second]])
})

test('it stays when the profile changes', async () => {
  const { version, slug } = await findPerson(desk.petra, ines)
  await editPerson(desk.petra, ines, version, { name: 'Ines A.', slug, title: 'Politics', bio: '' })
  expect(await byline()).toMatchObject({ name: 'Ines A.', title: 'Politics', face: pictures[1] })
})

test('only an admin gives one, and only a picture of the library that may be shown', async () => {
  expect(() => setFace(desk.sal, ines, pictures[0])).toThrow('not found')
  await expect(setFace(desk.petra, ines, 'nothing')).rejects.toMatchObject({ reason: 'invalid' })
  const unclear = await aPicture(desk.nadia, { rights: 'unclear', alt: '' })
  await expect(setFace(desk.petra, ines, unclear)).rejects.toMatchObject({ reason: 'rule' })
  await expect(setFace(desk.petra, ines, unclear)).rejects.not.toThrow('alt text')
})

test('taken away, or gone with its person, readers have the picture no longer', async () => {
  await setFace(desk.petra, ines, null)
  expect([await byline(), await shown()]).toMatchObject([{ face: null }, []])
  await setFace(desk.petra, ines, pictures[0])
  await removePerson(desk.petra, ines)
  expect([await byline(), await shown()]).toEqual([undefined, []])
})
