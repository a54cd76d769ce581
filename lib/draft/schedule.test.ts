import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'

import { lives } from '#lib/cli/lives'
import { db } from '#lib/db/client'
import { listDraftVersions } from '#lib/draft/queries/versions'
import { withholdMedia } from '#lib/media/commands/withhold'
import { isPlanned } from '#lib/media/queries/planned'
import { saveMenu, scheduleMenu } from '#lib/menu/commands/draft'
import { findMenu, listMenus } from '#lib/menu/queries'
import { countUnread, listNotifications } from '#lib/notification/queries'
import { createPage } from '#lib/page/commands/create'
import { pageCommands, publishPage, savePage, schedulePage } from '#lib/page/commands/draft'
import { removePage, takePageBack } from '#lib/page/commands/take-back'
import { listPages } from '#lib/page/queries/list'
import { findPage } from '#lib/page/queries/page'
import { people } from '#lib/people/tables'
import { rebuildLive } from '#lib/publication/rebuild'
import { liveMenus, livePages } from '#lib/site/tables'
import type { Block } from '#lib/story/document/nodes'
import { anImage, aParagraph } from '#lib/testing/blocks'
import { deskForEach } from '#lib/testing/desk'
import { untilFronts } from '#lib/testing/fronts'
import { aPicture } from '#lib/testing/media'
import { person, when } from '#lib/testing/newsroom'
import { later } from '#lib/testing/planning'

import { unscheduleDraft } from './commands/schedule'
import { draftSchedules } from './tables'

const desk = deskForEach()
let id: string
beforeEach(async () => {
  id = await createPage(desk.petra, 'About us', when)
  await write(aParagraph('Five people.', 'p'))
})

const now = async () => (await findPage(desk.petra, id, when))!
async function write(...content: Block[]) {
  const { version, content: before } = await now()
  await savePage(desk.petra, id, { version, content: before }, { ...before, body: { type: 'doc', content } }, when)
}
const plan = async (minutes = 60, instead?: string) =>
  schedulePage(desk.petra, id, await now(), { at: later(minutes), instead }, when)
const shown = async () => (await db.select().from(livePages))[0]?.body.content
const stateOf = async (schedule: string) =>
  (await db.select().from(draftSchedules).where(eq(draftSchedules.id, schedule)))[0]

describe('a page', () => {
  test('comes to readers at its hour as the editor saw it, once; it is told in lists until then', async () => {
    const { id: schedule, revision } = await plan()
    expect((await now()).plan).toMatchObject({ id: schedule, by: 'petra', dueAt: later(60), revision, isBehind: false })
    expect(await listPages(desk.petra)).toMatchObject([{ scheduled: later(60) }])
    await write(aParagraph('Six people.', 'p'))
    expect((await now()).plan?.isBehind).toBe(true)
    await untilFronts(later(59.99))
    expect(await shown()).toBeUndefined()
    await untilFronts(later(60))
    expect(await shown()).toEqual([aParagraph('Five people.', 'p')])
    expect(await stateOf(schedule)).toMatchObject({ state: 'done', endedAt: later(60) })
    expect(await now()).toMatchObject({ plan: undefined, waiting: true, live: { revision, by: 'petra' } })
    expect((await listPages(desk.petra))[0]?.scheduled).toBeUndefined()
    expect(await rebuildLive(lives, { check: true })).toEqual([])
  })

  test('has one hour at a time; another takes its place when that was seen, or none', async () => {
    const { id: first } = await plan()
    await expect(plan(90)).rejects.toMatchObject({ reason: 'conflict' })
    const { id: second } = await plan(90, first)
    await expect(unscheduleDraft(desk.petra, first)).rejects.toThrow('was first')
    await expect(unscheduleDraft(desk.sal, second)).rejects.toMatchObject({ reason: 'not-found' })
    expect((await listDraftVersions(pageCommands.noun, desk.petra, id, { size: 9 })).versions).toMatchObject([
      { was: 'scheduled' },
    ])
    await unscheduleDraft(desk.petra, second, when)
    await untilFronts(later(99))
    expect(await shown()).toBeUndefined()
    await expect(plan(-1)).rejects.toMatchObject({ fields: { at: expect.anything() } })
  })

  test('waits no more once readers have that revision, or had the page taken from them', async () => {
    const { id: first } = await plan()
    const { seq } = await publishPage(desk.petra, id, await now(), when)
    expect(await stateOf(first)).toMatchObject({ state: 'cancelled' })
    await write(aParagraph('Six people.', 'p'))
    const { id: second } = await plan()
    await takePageBack(desk.petra, id, '', seq, when)
    expect(await stateOf(second)).toMatchObject({ state: 'cancelled' })
    await untilFronts(later(99))
    expect(await shown()).toBeUndefined()
    await publishPage(desk.petra, id, await now(), when)
    await write(aParagraph('Seven people.', 'p'))
    const { id: third } = await plan()
    await write(aParagraph('Nobody.', 'p'))
    await publishPage(desk.petra, id, await now(), when)
    expect(await stateOf(third)).toMatchObject({ state: 'waiting' })
  })

  test('is looked at again at its hour: what must be mended by then is refused, and who makes pages is told', async () => {
    const media = await aPicture(desk.sal)
    await write(anImage(media))
    const chief = person('petra', 'editor', 'all')
    const { id: schedule } = await plan()
    expect(await isPlanned(db, media)).toBe(true)
    await withholdMedia(desk.petra, media, when)
    await expect(plan(90, schedule)).rejects.toMatchObject({
      reason: 'rule',
      message: /^Not scheduled\. A picture was taken/,
    })
    await untilFronts(later(60))
    expect(await shown()).toBeUndefined()
    expect(await stateOf(schedule)).toMatchObject({
      ...{ state: 'refused', note: expect.stringContaining('was taken from readers') },
    })
    const { rows } = await listNotifications(chief, { size: 9 })
    expect(rows).toMatchObject([{ kind: 'schedule-refused', draft: `page:${id}`, about: 'About us' }])
    expect([await countUnread(chief), await countUnread(desk.sal)]).toEqual([1, 0])
    expect(await isPlanned(db, media)).toBe(false)
  })

  test('is published for who set it, who must make pages still', async () => {
    const { id: schedule } = await plan()
    await db.write((tx) => tx.update(people).set({ role: 'writer' }).where(eq(people.id, 'petra')))
    await untilFronts(later(60))
    expect(await stateOf(schedule)).toMatchObject({
      ...{ state: 'refused', note: 'petra, who set it, may not publish this page any more.' },
    })
  })

  test('is deleted with what was planned of it', async () => {
    await publishPage(desk.petra, id, await now(), when)
    await plan()
    await expect(removePage(desk.petra, id, await now(), when)).rejects.toMatchObject({ reason: 'rule' })
    await db.write((tx) => tx.delete(draftSchedules))
    const other = await createPage(desk.petra, 'Contact', when)
    id = other
    await write(aParagraph('Ring twice.', 'p'))
    const { id: schedule } = await plan()
    await removePage(desk.petra, id, await now(), when)
    expect(await stateOf(schedule)).toBeUndefined()
    await untilFronts(later(60))
    expect(await db.$count(livePages)).toBe(1)
  })
})

test('a menu that nobody had made comes at its hour, whatever its draft says by then', async () => {
  const menu = () => findMenu(desk.petra, 'top')
  const entry = (label: string) => ({ id: 'e', to: { of: 'place' as const, id: 'archive' as const }, label })
  const make = async (label: string) => {
    const { version, content } = await menu()
    const columns = [{ id: 'c', title: '', entries: [entry(label)] }]
    await saveMenu(desk.petra, 'top', { version, content }, { columns }, when)
  }
  await make('All of it')
  const { id: schedule } = await scheduleMenu(desk.petra, 'top', await menu(), { at: later(60) }, when)
  expect((await menu()).plan).toMatchObject({ id: schedule, dueAt: later(60) })
  expect((await listMenus(desk.petra)).map(({ scheduled }) => scheduled)).toContainEqual(later(60))
  await make('Later words')
  await untilFronts(later(60))
  const rows = await db.select().from(liveMenus).where(eq(liveMenus.subject, 'top'))
  expect(rows[0]?.columns[0]?.entries).toEqual([entry('All of it')])
  expect(await menu()).toMatchObject({ plan: undefined, waiting: true })
  await expect(scheduleMenu(desk.sal, 'top', await menu(), { at: later(90) }, when)).rejects.toMatchObject({
    reason: 'not-found',
  })
})
