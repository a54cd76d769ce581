import { beforeEach, expect, test } from 'vitest'

import { db } from '#lib/db/client'
import { deskForEach } from '#lib/testing/desk'
import { when } from '#lib/testing/newsroom'
import { aStory } from '#lib/testing/stories'

import { forgetGone, moveCarets, setPresent } from './commands'
import { STALE } from './fresh'
import { listElsewhere, listPresent, listPresentFor } from './queries'
import { presences } from './tables'

const desk = deskForEach()
let story: string
beforeEach(async () => {
  story = await aStory(desk.nadia, 'Gates close')
})

const after = (ms: number) => new Date(when.getTime() + ms)
const names = async (at = when) => (await listPresent(db, [story], at)).map(({ name }) => name)
const here = (...people: string[]) => people.map((personId) => ({ room: story, personId, carets: [] }))

test('who is in a story is told from all processes, each once, until they leave', async () => {
  await setPresent('one', here('nadia', 'sal'), when)
  await setPresent('other', [...here('sal', 'petra'), { room: `${story}~s:tom`, personId: 'tom', carets: [] }], when)
  expect(await names()).toEqual(['nadia', 'petra', 'sal', 'tom'])
  await setPresent('one', here('nadia'), when)
  await setPresent('other', [], when)
  expect(await names()).toEqual(['nadia'])
})

test('of a process that ended without a word nobody is believed for long', async () => {
  await setPresent('killed', here('nadia'), when)
  expect(await names(after(STALE - 1))).toEqual(['nadia'])
  expect(await names(after(STALE))).toEqual([])
  await db.write((tx) => forgetGone(tx, after(3_600_001)))
  expect(await db.$count(presences)).toBe(0)
})

test('only who may read a story is told who is in it', async () => {
  await setPresent('one', here('nadia'), when)
  expect(await listPresentFor(desk.sal, [story], when)).toMatchObject([{ storyId: story, name: 'nadia' }])
  expect(await listPresentFor(desk.kit, [story], when)).toEqual([])
})

test('carets go to the other processes of a room', async () => {
  const carets = [{ client: 7, clock: 1, state: { cursor: null } }]
  await moveCarets('one', [{ room: story, personId: 'nadia', carets }], when)
  expect(await listElsewhere('other', [story], when)).toEqual([{ room: story, personId: 'nadia', carets }])
  expect(await listElsewhere('one', [story], when)).toEqual([])
  expect(await listElsewhere('other', ['another'], when)).toEqual([])
})
