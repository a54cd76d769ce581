import { expect, test } from 'vitest'

import { db } from '#lib/db/client'
import { liveAddresses, liveTopics } from '#lib/site/tables'
import { deskForAll } from '#lib/testing/desk'

import { addAlias, addTopic, mergeTopics, removeAlias, removeTopic, renameTopic } from './commands'
import { findTopics, listAliases, listTopics } from './queries'

const desk = deskForAll()

const topic = async (id: string) => (await listTopics()).find((one) => one.id === id)!
const live = () => db.select({ id: liveTopics.subject, slug: liveTopics.slug }).from(liveTopics)
const addresses = () => db.select({ path: liveAddresses.path, target: liveAddresses.target }).from(liveAddresses)

test('a topic is public once added, and found by the beginnings of its names', async () => {
  const id = await addTopic(desk.nadia, ' Tidal  barrier ', ['Wend barrier', 'flood gates'])
  expect(await live()).toContainEqual({ id, slug: 'tidal-barrier' })
  expect(await topic(id)).toMatchObject({ name: 'Tidal barrier', stories: 0, live: 0 })
  expect((await topic(id)).aliases.map(({ alias }) => alias)).toEqual(['Wend barrier', 'flood gates'])
  expect(await findTopics('barr')).toMatchObject([{ id, name: 'Tidal barrier', slug: 'tidal-barrier', exact: false }])
  expect(await findTopics('FLOOD gates')).toMatchObject([{ id, alias: 'flood gates', exact: true }])
  expect(await findTopics('arrier')).toEqual([])
  expect(await findTopics(' %_')).toEqual([])
  expect((await listAliases()).map(({ folded }) => folded)).toEqual(['tidal barrier', 'wend barrier', 'flood gates'])
})

test('a name that a topic has already is refused, whatever its case and accents', async () => {
  const id = await addTopic(desk.nadia, 'Café\u0002  trade')
  expect((await topic(id)).name).toBe('Café trade')
  await expect(addTopic(desk.nadia, 'CAFE  TRADE')).rejects.toThrow('a name of the topic Café trade')
  await expect(addTopic(desk.nadia, ' — ')).rejects.toMatchObject({ reason: 'invalid' })
  await expect(addTopic(desk.kit, 'New')).rejects.toMatchObject({ reason: 'forbidden' })
})

test('a renamed topic keeps its old name as alias and leads its old address on; the second to rename hears of it', async () => {
  const id = await addTopic(desk.sal, 'Ferry strike')
  await renameTopic(desk.sal, id, 1, 'Ferry dispute')
  expect(await topic(id)).toMatchObject({ name: 'Ferry dispute', slug: 'ferry-dispute', version: 2 })
  expect((await topic(id)).aliases.map(({ alias }) => alias)).toEqual(['Ferry strike'])
  expect(await addresses()).toContainEqual({ path: '/topics/ferry-strike', target: id })
  await expect(renameTopic(desk.sal, id, 1, 'Ferries')).rejects.toMatchObject({
    reason: 'conflict',
    detail: { theirs: 'Ferry dispute', yours: 'Ferries' },
  })
  await expect(renameTopic(desk.nadia, id, 2, 'Ferries')).rejects.toMatchObject({ reason: 'forbidden' })
})

test('aliases come and go, but never the topic’s own name', async () => {
  const id = await addTopic(desk.sal, 'Drought orders')
  await addAlias(desk.sal, id, 'hosepipe ban')
  const [alias] = (await topic(id)).aliases
  await removeAlias(desk.sal, id, alias!.id)
  expect((await topic(id)).aliases).toEqual([])
  const own = (await listAliases()).find((one) => one.topicId === id)!
  await expect(removeAlias(desk.sal, id, own.id)).rejects.toMatchObject({ reason: 'rule' })
})

test('a chain of merges leads every old address and name to the last topic', async () => {
  const [a, b, c] = [
    await addTopic(desk.sal, 'Floods'),
    await addTopic(desk.sal, 'High water'),
    await addTopic(desk.sal, 'Flooding'),
  ]
  await mergeTopics(desk.sal, a, b)
  await mergeTopics(desk.sal, b, c)
  expect(
    (await addresses())
      .filter(({ target }) => target === c)
      .map(({ path }) => path)
      .sort(),
  ).toEqual(['/topics/floods', '/topics/high-water'])
  expect((await topic(c)).aliases.map(({ alias }) => alias).sort()).toEqual(['Floods', 'High water'])
  expect((await live()).map(({ id }) => id)).not.toContain(a)
  expect(await topic(a)).toBeUndefined()
  await expect(mergeTopics(desk.sal, a, c)).rejects.toMatchObject({ reason: 'not-found' })
  await expect(mergeTopics(desk.sal, c, c)).rejects.toMatchObject({ reason: 'rule' })
  await expect(mergeTopics(desk.nadia, c, b)).rejects.toMatchObject({ reason: 'forbidden' })
})

test('a removed topic takes what was merged into it along, and its name is free', async () => {
  const [a, b] = [await addTopic(desk.sal, 'Sallow'), await addTopic(desk.sal, 'Sallow marsh')]
  await mergeTopics(desk.sal, a, b)
  await removeTopic(desk.sal, b)
  expect((await addresses()).filter(({ path }) => path.includes('sallow'))).toEqual([])
  expect(await topic(await addTopic(desk.sal, 'Sallow'))).toMatchObject({ slug: 'sallow' })
})
