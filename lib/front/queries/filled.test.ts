import { beforeAll, expect, test } from 'vitest'

import { deskForAll } from '#lib/testing/desk'
import { container, front, slot } from '#lib/testing/fronts'
import { when } from '#lib/testing/newsroom'
import { aStory, publishNow } from '#lib/testing/stories'

import { findFilled } from './filled'
import { listToPlace } from './pick'

const desk = deskForAll()
const live: string[] = []
let draft: string
beforeAll(async () => {
  for (const [i, sectionId] of ['river', 'river', 'politics', 'river'].entries()) {
    const at = new Date(when.getTime() + i * 1000)
    const id = await aStory(desk.nadia, `Story ${i}`, { sectionId }, at)
    await publishNow(desk.petra, id, at)
    live.push(id)
  }
  draft = await aStory(desk.nadia, 'Story draft')
})

test('what the rule puts into each container is told, beside what is placed there', async () => {
  const of = (id: string) => ({ source: { of: 'section' as const, id } })
  const content = front(
    container('list', [slot(live[0]!)], { kind: 'list', ...of('river') }),
    container('one', [], { kind: 'column', ...of('politics') }),
    container('two', [], { kind: 'column', ...of('sport') }),
  )
  const filled = await findFilled('home', content)
  expect(filled.list?.map(({ id }) => id)).toEqual([live[3], live[1]])
  expect(filled.one).toEqual([{ id: live[2], headline: 'Story 2', section: { name: 'politics', colour: 'river' } }])
  expect(filled.two).toEqual([])
})

test('stories to be placed: what readers have, newest first, then what the actor may read', async () => {
  const ids = async (asked: Partial<Parameters<typeof listToPlace>[2]>, actor = desk.sal) =>
    (await listToPlace(actor, 'home', { words: '', live: false, ...asked })).map(({ id }) => id)
  expect(await ids({})).toEqual([live[3], live[2], live[1], live[0], draft])
  expect(await ids({ live: true })).not.toContain(draft)
  expect(await ids({ section: 'politics' })).toEqual([live[2]])
  expect(await ids({ words: 'dra' })).toEqual([draft])
  expect(await ids({}, desk.nadia)).toEqual([])
})
