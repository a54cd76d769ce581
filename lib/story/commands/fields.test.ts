import { describe, expect, test } from 'vitest'
import type * as Y from 'yjs'

import { db } from '#lib/db/client'
import { deskForAll } from '#lib/testing/desk'
import { aStory, publishNow, typeInto } from '#lib/testing/stories'
import { addTopic } from '#lib/topic/commands'

import { fieldsFingerprint } from '../content'
import { fieldsOf, loadStory } from '../queries/load'
import { setBylines } from './bylines'
import { setFields } from './fields'
import { followHeadline } from './follow-headline'
import { setTopics } from './topics'
import { withdrawStory } from './withdraw'

const desk = deskForAll()

const follow = (id: string, headline: string) => db.write((tx) => followHeadline(tx, id, headline))
const slugOf = async (id: string) => (await loadStory(db, id)).slug

describe('fields', () => {
  test('are written with the next version and a new fingerprint; the others stay', async () => {
    const id = await aStory(desk.nadia, 'Fields', { dateline: 'Harl' })
    expect(await setFields(desk.nadia, id, 1, { searchTitle: 'Found' })).toEqual({ version: 2, slug: 'fields' })
    const story = await loadStory(db, id)
    expect(story).toMatchObject({ searchTitle: 'Found', dateline: 'Harl', version: 2 })
    expect(story.fieldsFingerprint).toBe(fieldsFingerprint(fieldsOf(story)))
  })

  test('a commissioned length is the desk’s own: written with a version, and no change that waits', async () => {
    const id = await aStory(desk.nadia, 'To length')
    await publishNow(desk.sal, id)
    const before = await loadStory(db, id)
    await setFields(desk.nadia, id, before.version, { commissionedWords: 600 })
    const after = await loadStory(db, id)
    expect(after).toMatchObject({ commissionedWords: 600, version: before.version + 1 })
    expect(after.fieldsFingerprint).toBe(before.fieldsFingerprint)
    await expect(setFields(desk.nadia, id, before.version, { commissionedWords: 700 })).rejects.toMatchObject({
      reason: 'conflict',
      detail: { theirs: { commissionedWords: 600 }, yours: { commissionedWords: 700 } },
    })
    for (const commissionedWords of [0, -1, 1.5, 100_001, Number.NaN])
      await expect(setFields(desk.nadia, id, after.version, { commissionedWords })).rejects.toMatchObject({
        reason: 'invalid',
        fields: { commissionedWords: expect.any(String) },
      })
    await setFields(desk.nadia, id, after.version, { commissionedWords: null })
    expect(await loadStory(db, id)).toMatchObject({ commissionedWords: null })
  })

  test('of a story that somebody else changed are refused with both values, and nothing is written', async () => {
    const id = await aStory(desk.nadia, 'Two at once')
    await setFields(desk.sal, id, 1, { dateline: 'Harl', searchTitle: 'A' })
    await expect(setFields(desk.nadia, id, 1, { dateline: 'Skell' })).rejects.toMatchObject({
      reason: 'conflict',
      detail: { version: 2, theirs: { dateline: 'Harl' }, yours: { dateline: 'Skell' } },
    })
    expect(await loadStory(db, id)).toMatchObject({ dateline: 'Harl', version: 2 })
  })

  test('are for those who may edit: forbidden to a reader, not there for a stranger', async () => {
    const id = await aStory(desk.sal, 'Not yours')
    await expect(setFields(desk.nadia, id, 1, { dateline: 'X' })).rejects.toMatchObject({ reason: 'forbidden' })
    await expect(setFields(desk.tom, id, 1, { dateline: 'X' })).rejects.toMatchObject({ reason: 'not-found' })
  })

  test('a live story stays in its section for whom it is not theirs to publish, so its editors can withdraw it', async () => {
    const id = await aStory(desk.nadia, 'Stays')
    await publishNow(desk.sal, id)
    for (const sectionId of [null, 'sport'])
      await expect(setFields(desk.nadia, id, 1, { sectionId })).rejects.toMatchObject({
        reason: 'forbidden',
        fields: { sectionId: expect.any(String) },
      })
    await setFields(desk.sal, id, 1, { sectionId: 'sport' })
    await withdrawStory(desk.sal, id, 'It was wrong.', 'wrong')
  })

  test.each([
    [{ slug: 'Not a slug' }, 'slug'],
    [{ sectionId: 'nowhere' }, 'sectionId'],
    [{ canonicalUrl: 'javascript:alert(1)' }, 'canonicalUrl'],
  ])('%j is invalid', async (fields, name) => {
    const id = await aStory(desk.nadia, 'Invalid')
    await expect(setFields(desk.nadia, id, 1, fields)).rejects.toMatchObject({
      reason: 'invalid',
      fields: { [name]: expect.any(String) },
    })
  })
})

describe('the slug', () => {
  test('follows the headline, with a number when another story of the section has it', async () => {
    const first = await aStory(desk.nadia, 'Gates close')
    const second = await aStory(desk.nadia, 'Gates close')
    const elsewhere = await aStory(desk.tom, 'Gates close', { sectionId: 'politics' })
    expect([await slugOf(first), await slugOf(second), await slugOf(elsewhere)]).toEqual([
      'gates-close',
      'gates-close-2',
      'gates-close',
    ])
    await follow(first, 'Gates shut')
    expect(await loadStory(db, first)).toMatchObject({ slug: 'gates-shut', version: 1 })
    await follow(second, 'Gates close')
    expect(await slugOf(second)).toBe('gates-close')
  })

  test('follows what is typed into the headline', async () => {
    const id = await aStory(desk.nadia, 'Keepers')
    await typeInto(id, desk.nadia, (ydoc) => {
      const line = ydoc.getXmlFragment('headline').get(0) as Y.XmlElement
      ;(line.get(0) as Y.XmlText).insert(0, 'Lock ')
    })
    expect(await loadStory(db, id)).toMatchObject({ slug: 'lock-keepers', version: 1 })
  })

  test('stays once edited, and follows again when emptied', async () => {
    const id = await aStory(desk.nadia, 'Ferry crews')
    await setFields(desk.nadia, id, 1, { slug: 'crews' })
    await follow(id, 'Ferry crews vote')
    expect(await slugOf(id)).toBe('crews')
    expect(await setFields(desk.nadia, id, 2, { slug: '' })).toEqual({ version: 3, slug: 'ferry-crews' })
    await follow(id, 'Ferry crews vote')
    expect(await slugOf(id)).toBe('ferry-crews-vote')
  })

  test('stays once published', async () => {
    const id = await aStory(desk.nadia, 'Surge watch')
    await publishNow(desk.sal, id)
    await follow(id, 'Surge over')
    expect(await slugOf(id)).toBe('surge-watch')
  })

  test('that another story has is refused when typed, also where only readers have it still', async () => {
    const live = await aStory(desk.nadia, 'Eel pass')
    await publishNow(desk.sal, live)
    await setFields(desk.nadia, live, 1, { slug: 'eels' })
    const id = await aStory(desk.nadia, 'Other')
    for (const slug of ['eels', 'eel-pass'])
      await expect(setFields(desk.nadia, id, 1, { slug })).rejects.toMatchObject({
        reason: 'invalid',
        fields: { slug: expect.stringContaining(slug) },
      })
  })

  test('gets a number when the story moves to a section that has it', async () => {
    await aStory(desk.tom, 'Samphire', { sectionId: 'politics' })
    const id = await aStory(desk.nadia, 'Samphire')
    expect(await setFields(desk.nadia, id, 1, { sectionId: 'politics' })).toMatchObject({ slug: 'samphire-2' })
  })
})

describe('topics and bylines', () => {
  test('are replaced in order, each once, and count as the fields do', async () => {
    const [a, b] = [await addTopic(desk.nadia, 'A'), await addTopic(desk.nadia, 'B')]
    const id = await aStory(desk.nadia, 'Tagged')
    expect(await setTopics(desk.nadia, id, 1, [b, a, b])).toBe(2)
    expect(await setBylines(desk.nadia, id, 2, ['tom', 'nadia'])).toBe(3)
    const story = await loadStory(db, id)
    expect(story).toMatchObject({ topics: [b, a], bylines: ['tom', 'nadia'] })
    expect(story.fieldsFingerprint).toBe(fieldsFingerprint(fieldsOf(story)))
    await expect(setTopics(desk.nadia, id, 2, [])).rejects.toMatchObject({
      reason: 'conflict',
      detail: { theirs: { topics: [b, a] }, yours: { topics: [] } },
    })
    await expect(setBylines(desk.nadia, id, 2, [])).rejects.toMatchObject({ reason: 'conflict' })
  })

  test('must be there', async () => {
    const id = await aStory(desk.nadia, 'Nobody')
    await expect(setTopics(desk.nadia, id, 1, ['nothing'])).rejects.toMatchObject({ reason: 'invalid' })
    await expect(setBylines(desk.nadia, id, 1, ['nobody'])).rejects.toMatchObject({ reason: 'invalid' })
  })
})
