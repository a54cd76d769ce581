import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { audit } from '#lib/audit/tables'
import { db } from '#lib/db/client'
import { deskForEach } from '#lib/testing/desk'
import { container, draft, front, slot } from '#lib/testing/fronts'
import { when } from '#lib/testing/newsroom'

import { findFront } from '../queries/front'
import { saveFront } from './draft'

const desk = deskForEach()

const both = front(container('one'), container('two'))
const now = async () => (await findFront(desk.sal, 'home'))!

test('two editors at once, in containers of their own, lose nothing', async () => {
  const version = await draft(desk.sal, 'home', both)
  const seen = { version, content: both }
  const saved = await Promise.all([
    saveFront(desk.sal, 'home', seen, front(container('one', [slot('a')]), container('two'))),
    saveFront(desk.petra, 'home', seen, front(container('one'), container('two', [slot('b')]))),
  ])
  expect(saved.map(({ version: at }) => at).sort()).toEqual([2, 3])
  expect(saved.filter(({ joined }) => joined)).toHaveLength(1)
  const { content, version: last } = await now()
  expect([content, last]).toEqual([front(container('one', [slot('a')]), container('two', [slot('b')])), 3])
})

test('two who begin at once begin from the same', async () => {
  const { content: seen } = await now()
  const added = (id: string) => ({ containers: [...seen.containers, container(id)] })
  await saveFront(desk.sal, 'home', { version: 0, content: seen }, added('mine'))
  await saveFront(desk.petra, 'home', { version: 0, content: seen }, added('theirs'))
  const ids = (await now()).content.containers.map(({ id }) => id)
  expect(ids).toEqual(expect.arrayContaining(['lead', 'mine', 'theirs']))
})

test('who changed the same is shown theirs, and overwrites nothing', async () => {
  const version = await draft(desk.sal, 'home', both)
  const [mine, theirs] = ['a', 'b'].map((story) => front(container('one', [slot(story)]), container('two')))
  await saveFront(desk.petra, 'home', { version, content: both }, theirs!, when)
  const seen = { version, content: both }
  await expect(saveFront(desk.sal, 'home', seen, mine!)).rejects.toMatchObject({
    reason: 'conflict',
    detail: {
      ...{ code: 'changed', version: 2, theirs, clashes: ['one'], by: 'petra', at: when },
      stories: [{ id: 'b', state: 'hidden' }],
    },
  })
  expect((await now()).content).toEqual(theirs)
  await saveFront(desk.sal, 'home', { version: 2, content: theirs! }, mine!)
  expect((await now()).content).toEqual(mine)
})

test('sent again, as the answer was lost, it is not kept twice', async () => {
  const version = await draft(desk.sal, 'home', both)
  const mine = front(container('one', [slot('a')]), container('two'))
  const seen = { version, content: both }
  const first = await saveFront(desk.sal, 'home', seen, mine)
  expect(await saveFront(desk.sal, 'home', seen, mine)).toMatchObject({ version: first.version, content: mine })
})

test('who works on it is written down once a spell, not with each slot', async () => {
  let version = await draft(desk.sal, 'home', both)
  for (const story of ['a', 'b', 'c']) version = await draft(desk.sal, 'home', front(container('one', [slot(story)])))
  await draft(desk.petra, 'home', both)
  expect(version).toBe(4)
  expect(await db.$count(audit, eq(audit.subject, 'front:home'))).toBe(2)
})

test('what no container can be is refused', async () => {
  const wrong = [container('one', [], { title: 'Title' })]
  await expect(draft(desk.sal, 'home', front(...wrong))).rejects.toMatchObject({ reason: 'invalid' })
  await expect(draft(desk.sal, 'home', front(container('one'), container('one')))).rejects.toMatchObject({
    reason: 'invalid',
  })
})
