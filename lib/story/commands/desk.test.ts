import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'

import { audit } from '#lib/audit/tables'
import { db } from '#lib/db/client'
import { deskForAll } from '#lib/testing/desk'
import { aDocument, aStory, publishNow } from '#lib/testing/stories'

import { toDocument } from '../document/ydoc'
import { loadLog } from '../log/read'
import { loadStory } from '../queries/load'
import { findStory } from '../queries/story'
import { assignStory } from './assign'
import { createStory, duplicateStory } from './create'
import { handIn, markReady, sendBack } from './move'
import { spikeStory, unspikeStory } from './spike'

const desk = deskForAll()

describe('a new story', () => {
  test('is a draft of its maker, in the only section that he has, signed by him', async () => {
    const story = await findStory(desk.nadia, await createStory(desk.nadia))
    expect(story).toMatchObject({
      step: 'draft',
      section: { id: 'river' },
      bylines: [{ id: 'nadia' }],
      headline: '',
      slug: '',
      live: { state: 'unpublished' },
    })
  })

  test('of an editor of two sections has neither section nor byline', async () =>
    expect(await findStory(desk.sal, await createStory(desk.sal))).toMatchObject({ section: null, bylines: [] }))

  test('made from a document holds it, and what lists need of it', async () => {
    const document = aDocument('Gates close', 'The river rose.', 'It fell.')
    const id = await createStory(desk.nadia, { document })
    expect(toDocument(await loadLog(db, id))).toEqual(document)
    expect(await findStory(desk.nadia, id)).toMatchObject({
      headline: 'Gates close',
      words: 5,
      slug: 'gates-close',
      editedBy: 'nadia',
    })
  })

  test('in a section or by a person that is not there is refused', async () => {
    await expect(createStory(desk.nadia, { sectionId: 'nowhere' })).rejects.toMatchObject({ reason: 'invalid' })
    await expect(createStory(desk.nadia, { people: ['nobody'] })).rejects.toMatchObject({ reason: 'invalid' })
  })
})

test('a duplicate has the text and the fields, a slug of its own, and is a draft', async () => {
  const id = await aStory(desk.nadia, 'Twice', { dateline: 'Harl', commissionedWords: 600 })
  await publishNow(desk.sal, id)
  const copy = await duplicateStory(desk.nadia, id)
  expect(await findStory(desk.nadia, copy)).toMatchObject({
    headline: 'Twice',
    dateline: 'Harl',
    commissionedWords: 600,
    slug: 'twice-2',
    step: 'draft',
    live: { state: 'unpublished' },
  })
  expect(toDocument(await loadLog(db, copy))).toEqual(toDocument(await loadLog(db, id)))
  await expect(duplicateStory(desk.tom, id)).rejects.toMatchObject({ reason: 'not-found' })
})

test('a story is handed in, sent back with a note, handed in again and marked ready', async () => {
  const id = await aStory(desk.nadia, 'Steps')
  await handIn(desk.nadia, id)
  expect(await findStory(desk.nadia, id)).toMatchObject({ step: 'review' })
  await expect(sendBack(desk.sal, id, ' ')).rejects.toMatchObject({ reason: 'invalid' })
  await sendBack(desk.sal, id, 'Who says so?')
  expect(await findStory(desk.nadia, id)).toMatchObject({ step: 'draft', note: 'Who says so?', noteBy: 'sal' })
  await handIn(desk.nadia, id)
  expect(await findStory(desk.nadia, id)).toMatchObject({ note: '', noteBy: null })
  await expect(markReady(desk.nadia, id)).rejects.toMatchObject({ reason: 'forbidden' })
  await markReady(desk.sal, id)
  expect(await findStory(desk.nadia, id)).toMatchObject({ step: 'ready', version: 1 })
  const acts = await db
    .select({ act: audit.act })
    .from(audit)
    .where(eq(audit.subject, `story:${id}`))
  expect(acts.map(({ act }) => act)).toEqual(['create', 'hand-in', 'send-back', 'hand-in', 'mark-ready'])
})

test('an assigned writer may read and edit; only editors assign', async () => {
  const id = await aStory(desk.sal, 'Assigned')
  expect(await findStory(desk.tom, id)).toBeUndefined()
  await assignStory(desk.sal, id, 'tom')
  expect(await findStory(desk.tom, id)).toMatchObject({ assignedTo: { id: 'tom' }, may: { edit: true } })
  await expect(assignStory(desk.tom, id, null)).rejects.toMatchObject({ reason: 'forbidden' })
  await expect(assignStory(desk.sal, id, 'nobody')).rejects.toMatchObject({ reason: 'invalid' })
  await assignStory(desk.sal, id, null)
  expect(await findStory(desk.tom, id)).toBeUndefined()
})

test('a spiked story gives up its slug and is not moved; restored, it gets the next free one', async () => {
  const id = await aStory(desk.nadia, 'Spike')
  await spikeStory(desk.nadia, id)
  await expect(handIn(desk.nadia, id)).rejects.toThrow('spiked')
  const other = await aStory(desk.nadia, 'Spike')
  expect((await loadStory(db, other)).slug).toBe('spike')
  await unspikeStory(desk.nadia, id)
  expect(await loadStory(db, id)).toMatchObject({ slug: 'spike-2', spikedAt: null })
  await expect(unspikeStory(desk.nadia, id)).rejects.toMatchObject({ reason: 'rule' })
})

test('a story that readers have is not spiked', async () => {
  const id = await aStory(desk.nadia, 'Live')
  await publishNow(desk.sal, id)
  await expect(spikeStory(desk.sal, id)).rejects.toThrow('Withdraw it first')
})
