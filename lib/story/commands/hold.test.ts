import { beforeEach, expect, test } from 'vitest'

import { db } from '#lib/db/client'
import { deskForEach } from '#lib/testing/desk'
import { when } from '#lib/testing/newsroom'
import { aStory, publishNow } from '#lib/testing/stories'

import { accessTo } from '../queries/access'
import { findStory } from '../queries/story'
import { storyHolds, storyNudges } from '../tables'
import { setFields } from './fields'
import { handBack, keepHolds, takeOver } from './hold'
import { handIn } from './move'
import { forgetNudges } from './nudge'
import { spikeStory } from './spike'

const desk = deskForEach()
let story: string
beforeEach(async () => {
  story = await aStory(desk.nadia, 'Gates close')
})

const after = (minutes: number) => new Date(when.getTime() + minutes * 60_000)
const access = (at = when) => Promise.all([accessTo(desk.nadia, story, at), accessTo(desk.sal, story, at)])

test('a story taken over is one person’s to write in, text and fields, until it is handed back', async () => {
  await takeOver(desk.sal, story, ' checking the last lines ', when)
  expect(await access()).toEqual(['read', 'edit'])
  expect((await findStory(desk.nadia, story, when))?.hold).toMatchObject({
    name: 'sal',
    why: 'checking the last lines',
  })
  await expect(setFields(desk.nadia, story, 1, { dateline: 'Skell' }, when)).rejects.toThrow('sal has taken over')
  await expect(handIn(desk.nadia, story, when)).rejects.toThrow('sal has taken over')
  await expect(spikeStory(desk.petra, story, when)).rejects.toThrow('sal has taken over')
  await expect(publishNow(desk.petra, story, when)).rejects.toThrow('sal has taken over')
  await setFields(desk.sal, story, 1, { dateline: 'Skell' }, when)
  await expect(handBack(desk.nadia, story, when)).rejects.toThrow('You do not have')
  await handBack(desk.sal, story, when)
  expect(await access()).toEqual(['edit', 'edit'])
  await setFields(desk.nadia, story, 2, { dateline: 'Harl' }, when)
})

test('a writer does not take it over, nor an editor from an admin who is in it', async () => {
  await expect(takeOver(desk.nadia, story, '', when)).rejects.toThrow('Only editors')
  await takeOver(desk.petra, story, '', when)
  await expect(takeOver(desk.sal, story, '', when)).rejects.toThrow('petra has this story')
  await takeOver(desk.sal, story, '', after(10))
  expect((await findStory(desk.petra, story, after(10)))?.may.takeOver).toBe(true)
})

test('it ends ten minutes after its holder was last in the story; until then their being there keeps it', async () => {
  await takeOver(desk.sal, story, '', when)
  expect(await access(after(9))).toEqual(['read', 'edit'])
  await keepHolds([{ storyId: story, personId: 'sal' }], after(9))
  expect(await access(after(18))).toEqual(['read', 'edit'])
  await keepHolds([{ storyId: story, personId: 'nadia' }], after(18))
  expect(await access(after(19))).toEqual(['edit', 'edit'])
  await keepHolds([{ storyId: story, personId: 'nadia' }], after(19))
  expect(await db.$count(storyHolds)).toBe(0)
  expect(await db.$count(storyNudges)).toBe(2)
  await db.write((tx) => forgetNudges(tx, after(24 * 60 + 10)))
  expect(await db.$count(storyNudges)).toBe(1)
})
