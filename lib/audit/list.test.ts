import { beforeAll, expect, test } from 'vitest'

import { operator } from '#lib/auth/actor'
import { db } from '#lib/db/client'
import { editMedia } from '#lib/media/commands/edit'
import { withholdMedia } from '#lib/media/commands/withhold'
import { setAccess } from '#lib/people/commands/people'
import { assignStory } from '#lib/story/commands/assign'
import { setFields } from '#lib/story/commands/fields'
import { handIn } from '#lib/story/commands/move'
import { removeStory } from '#lib/story/commands/remove'
import { deskForAll } from '#lib/testing/desk'
import { aPicture } from '#lib/testing/media'
import { aStory, publishNow } from '#lib/testing/stories'

import { appendAudit } from './commands'
import { exportAudit } from './export'
import { type AuditFilter, listAudit, listStoryActs } from './queries/list'

const desk = deskForAll()
let ferry: string
let bridge: string
beforeAll(async () => {
  ferry = await aStory(desk.nadia, 'Ferry runs late')
  bridge = await aStory(desk.tom, 'Bridge closes', { sectionId: 'politics' })
  await assignStory(desk.sal, ferry, 'tom')
  await handIn(desk.nadia, ferry)
  await setFields(desk.sal, ferry, 1, { sectionId: 'politics', commissionedWords: 600 })
  await publishNow(desk.sal, ferry)
  await setAccess(desk.petra, 'tom', 1, { role: 'editor', sections: ['river'] })
})

const list = async (filter: AuditFilter = {}, size = 100) => (await listAudit(desk.petra, filter, { size })).rows
const ofFerry = () => list({ words: 'ferry' })

test('each act says who, what, to what, and what was before and after, by names', async () => {
  const told = (await ofFerry()).map(({ who, words, name, changes }) => ({ who, words, name, changes }))
  expect(told).toContainEqual({
    who: 'sal',
    words: 'assigned the story',
    name: 'Ferry runs late',
    changes: [{ label: 'Assigned to', from: '', to: 'tom' }],
  })
  expect(told).toContainEqual(
    expect.objectContaining({
      words: 'changed fields',
      changes: [
        { label: 'Section', from: 'river', to: 'politics' },
        { label: 'Commissioned length', from: '', to: '600' },
      ],
    }),
  )
  expect(told).toContainEqual(
    expect.objectContaining({
      words: 'published',
      changes: [{ label: 'Revision', from: '', to: expect.stringMatching(/^[12]$/) }],
    }),
  )
  expect((await list({ act: 'set-access' }))[0]).toMatchObject({
    who: 'petra',
    name: 'tom',
    changes: [
      { label: 'Role', from: 'writer', to: 'editor' },
      { label: 'Sections', from: '', to: 'river' },
    ],
  })
})

test('it narrows by who, act, kind, words and time', async () => {
  const acts = async (filter: AuditFilter) => [...new Set((await list(filter)).map(({ act }) => act))]
  expect(await acts({ who: 'tom' })).toEqual(['create'])
  expect(await acts({ act: 'hand-in' })).toEqual(['hand-in'])
  expect((await list({ kind: 'person' })).every(({ kind }) => kind === 'person')).toBe(true)
  expect((await list({ words: bridge })).map(({ id }) => id)).toEqual([bridge])
  expect(await list({ words: 'nothing of that name' })).toEqual([])
  expect(await list({ from: new Date('2099-01-01') })).toEqual([])
  const before = await list({ until: new Date('2026-06-01') })
  expect(before.every(({ at }) => at < new Date('2026-06-01'))).toBe(true)
})

test('pages follow each other without a gap', async () => {
  const all = (await list()).map(({ seq }) => seq)
  const walked: number[] = []
  for (let before: number | undefined; ; ) {
    const { rows, next } = await listAudit(desk.petra, {}, { size: 3, before })
    walked.push(...rows.map(({ seq }) => seq))
    if (next === undefined) break
    before = next
  }
  expect(walked).toEqual(all)
  expect(all).toEqual([...all].sort((a, b) => b - a))
})

test('it is for admins; what happened to a story for who may publish it', async () => {
  await expect(listAudit(desk.sal, {}, { size: 1 })).rejects.toMatchObject({ reason: 'not-found' })
  expect((await listStoryActs(desk.sal, ferry, { size: 50 })).rows.length).toBe((await ofFerry()).length)
  await expect(listStoryActs(desk.nadia, bridge, { size: 5 })).rejects.toMatchObject({ reason: 'not-found' })
  await expect(listStoryActs(desk.tom, bridge, { size: 5 })).rejects.toMatchObject({ reason: 'forbidden' })
})

test('what was removed is told by its id, what nobody did is Stet’s, and the command line has a name', async () => {
  await removeStory(null, bridge)
  const rows = await list({ words: bridge })
  expect(rows[0]).toMatchObject({ who: 'Stet', act: 'remove', id: bridge, name: undefined })
  await db.write((tx) =>
    appendAudit(tx, { actorId: operator.id, act: 'disable', subject: 'person:tom', at: new Date() }),
  )
  expect((await list({ who: 'operator' }))[0]).toMatchObject({ who: 'The command line' })
  expect((await list({ who: 'nobody' })).some(({ id }) => id === bridge)).toBe(true)
})

test('as a file it has a line an act, with what begins like a formula made harmless', async () => {
  await aStory(desk.nadia, '=HYPERLINK("http://x")')
  let text = ''
  for await (const part of exportAudit(desk.petra, { kind: 'story' }, 'Europe/London')) text += part
  const lines = text.split('\r\n')
  expect(lines[0]?.startsWith('\uFEFFNumber,Time (UTC)')).toBe(true)
  expect(lines).toHaveLength((await list({ kind: 'story' })).length + 2)
  expect(text).toContain(`"'=HYPERLINK(""http://x"")"`)
  const refused = exportAudit(desk.sal, {}, 'Europe/London')
  await expect(refused.next()).rejects.toMatchObject({ reason: 'not-found' })
})

test('what was done to something of the library is named, and found by its words', async () => {
  const id = await aPicture(desk.nadia, { name: 'lighthouse.jpg' })
  await editMedia(desk.nadia, id, 1, { credit: 'N. O.' })
  await withholdMedia(desk.sal, id)
  for (const words of ['lightho', id])
    expect((await list({ words })).map(({ who, act, name }) => [who, act, name])).toEqual([
      ['sal', 'withhold-media', 'lighthouse.jpg'],
      ['nadia', 'edit-media', 'lighthouse.jpg'],
    ])
})
