import { expect, test } from 'vitest'

import { db } from '#lib/db/client'
import { editSection } from '#lib/section/commands'
import { aUse } from '#lib/testing/blocks'
import { deskForAll } from '#lib/testing/desk'
import { aPicture } from '#lib/testing/media'
import { when } from '#lib/testing/newsroom'
import { aStory, publishNow, retype, seenNow } from '#lib/testing/stories'
import { addTopic } from '#lib/topic/commands'

import { setFields } from '../commands/fields'
import { publishStory } from '../commands/publish'
import { putBack } from '../commands/put-back'
import { setTopics } from '../commands/topics'
import { closeVersion, openVersion } from '../commands/versions'
import { withdrawStory } from '../commands/withdraw'
import { findWithdrawal } from './gone'
import { findLastAct } from './last-act'
import { loadStory } from './load'

const desk = deskForAll()

const version = async (id: string) => (await loadStory(db, id)).version

async function withdraw(id: string, note = '') {
  await withdrawStory(desk.sal, id, note, 'wrong', when)
  return (await findLastAct(db, id))!.seq
}

async function published(headline: string) {
  const id = await aStory(desk.nadia, headline)
  await publishNow(desk.sal, id)
  return id
}

test('what was withdrawn is known by all addresses and headlines that readers had, and where it was listed', async () => {
  const id = await published('Two tides')
  const topic = await addTopic(desk.petra, 'Tides')
  await setTopics(desk.sal, id, await version(id), [topic])
  await setFields(desk.sal, id, await version(id), { slug: 'three-tides' })
  await retype(id, desk.nadia, { headline: 'Three tides' })
  await publishStory(desk.sal, id, await seenNow(id), { change: 'correction', note: 'There were three.' })
  await editSection(desk.petra, 'river', 1, { name: 'Water', slug: 'water', colour: 'river' }, when)
  // An older version that was opened again is no newer headline.
  await closeVersion(desk.sal, id, 1, 'wrong', when)
  await openVersion(desk.sal, id, 1, when)
  const seq = await withdraw(id)
  expect(await findWithdrawal(id, seq)).toMatchObject({
    by: 'sal',
    at: when,
    gone: {
      paths: ['/water/three-tides', '/river/three-tides', '/water/two-tides', '/river/two-tides'],
      headlines: ['Three tides', 'Two tides'],
      sections: [{ id: 'river', path: '/water' }],
      topics: [{ id: topic, path: '/topics/tides' }],
      people: [{ id: 'nadia', path: '/bylines/nadia' }],
      series: [],
      days: [{ id: '2026/05/14', path: '/archive/2026/05/14' }],
      corrected: true,
      sitemaps: 1,
    },
    marks: { headlines: ['Three tides', 'Two tides'] },
    byAddress: false,
  })
  expect(await findWithdrawal(id, seq - 1)).toBeUndefined()
  await putBack(desk.sal, id)
  expect(await findWithdrawal(id, seq)).toBeUndefined()
})

test('a headline that something else says, too, is no mark: it would stand there rightly', async () => {
  await published('Mud on the quay again')
  const quay = await published('Mud on the quay')
  expect(await findWithdrawal(quay, await withdraw(quay))).toMatchObject({ marks: { headlines: [] }, byAddress: true })
  const noted = await published('Nine boats lost')
  const seq = await withdraw(noted, 'We said “Nine boats lost”. None was.')
  expect(await findWithdrawal(noted, seq)).toMatchObject({ marks: { headlines: [] }, byAddress: true })
})

test('of what it showed of the library, a file of each is known that nothing live shows any more', async () => {
  const [own, shared] = [await aPicture(desk.sal), await aPicture(desk.sal)]
  const id = await aStory(desk.nadia, 'Pictures of the tide', { main: aUse(own) })
  await publishNow(desk.sal, id)
  await setFields(desk.sal, id, await version(id), { main: aUse(shared) })
  await publishNow(desk.sal, id)
  const other = await aStory(desk.nadia, 'The same tide', { main: aUse(shared) })
  await publishNow(desk.sal, other)
  const { gone } = (await findWithdrawal(id, await withdraw(id)))!
  expect(gone).toMatchObject({ id, files: [{ id: own }] })
  expect(gone.files[0]?.path).toMatch(new RegExp(`^/media/${own}/[0-9a-f]{12}-0/640\\.jpeg$`))
})
