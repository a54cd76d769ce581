import { and, desc, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'

import { db } from '#lib/db/client'
import { unscheduleDraft } from '#lib/draft/commands/schedule'
import { draftSchedules } from '#lib/draft/tables'
import { draftsDue } from '#lib/jobs/handlers/due'
import { watchClock } from '#lib/jobs/holds'
import { withholdMedia } from '#lib/media/commands/withhold'
import { countUnread, listNotifications } from '#lib/notification/queries'
import { people } from '#lib/people/tables'
import { publications } from '#lib/publication/tables'
import { liveFronts } from '#lib/site/tables'
import { withdrawStory } from '#lib/story/commands/withdraw'
import { testClock } from '#lib/testing/clock'
import { deskForEach } from '#lib/testing/desk'
import { container, draft, front, slot, untilFronts } from '#lib/testing/fronts'
import { aPicture } from '#lib/testing/media'
import { when } from '#lib/testing/newsroom'
import { later, planAs } from '#lib/testing/planning'
import { aStory, publishNow } from '#lib/testing/stories'

import { findFront } from '../queries/front'
import { publishFront, scheduleFront } from './draft'

const desk = deskForEach()
let story: string
beforeEach(async () => {
  story = await aStory(desk.nadia, 'Gates close')
  await publishNow(desk.sal, story)
})

const showing = (...slots: Parameters<typeof container>[1] & object) => front(container('one', slots))
const slots = async () =>
  (await db.select({ containers: liveFronts.containers }).from(liveFronts).where(eq(liveFronts.subject, 'home')))[0]
    ?.containers[0]?.slots
const plan = async (content = showing(slot(story)), at = later(60), by = desk.sal) =>
  scheduleFront(by, 'home', { version: await draft(by, 'home', content) }, { at }, when)
const stateOf = async (id: string) => (await db.select().from(draftSchedules).where(eq(draftSchedules.id, id)))[0]!
const lastAct = async () =>
  (
    await db
      .select({ act: publications.act, by: publications.actorId, at: publications.at })
      .from(publications)
      .where(and(eq(publications.kind, 'front'), eq(publications.subject, 'home')))
      .orderBy(desc(publications.seq))
  )[0]

describe('a schedule', () => {
  test('gives readers at its hour what the editor saw, once, and nothing that was placed afterwards', async () => {
    const { id } = await plan()
    await draft(desk.sal, 'home', showing(null, slot(story)))
    await untilFronts(later(59.99))
    expect(await slots()).toBeUndefined()
    await untilFronts(later(60))
    expect(await slots()).toEqual([slot(story)])
    expect(await lastAct()).toEqual({ act: 'publish', by: 'sal', at: later(60) })
    expect(await stateOf(id)).toMatchObject({ state: 'done', endedAt: later(60) })
    await untilFronts(later(61))
    expect(await db.$count(publications, eq(publications.kind, 'front'))).toBe(1)
    expect(await findFront(desk.sal, 'home')).toMatchObject({ waiting: true, plan: undefined })
  })

  test('one waits at a time; another comes in its place when that was seen; it is taken off by who makes the front', async () => {
    const { id: first } = await plan()
    await expect(plan(showing(slot(story)), later(90), desk.petra)).rejects.toMatchObject({
      ...{ reason: 'conflict', message: 'Not scheduled. sal has set its publication for 09:00 UTC.' },
    })
    const { version, plan: waits } = (await findFront(desk.petra, 'home'))!
    expect(waits).toMatchObject({ id: first, by: 'sal', dueAt: later(60), revision: 1 })
    const { id } = await scheduleFront(desk.petra, 'home', { version }, { at: later(90), instead: first }, when)
    await expect(unscheduleDraft(desk.sal, first)).rejects.toThrow('petra was first')
    await expect(unscheduleDraft(desk.tom, id)).rejects.toMatchObject({ reason: 'not-found' })
    await unscheduleDraft(desk.sal, id, when)
    await untilFronts(later(99))
    expect(await slots()).toBeUndefined()
    await expect(plan(showing(slot(story)), later(-1))).rejects.toMatchObject({ fields: { at: expect.anything() } })
  })

  test('of the hour of a story comes after it; one that was withdrawn meanwhile is left to the rule', async () => {
    const other = await aStory(desk.nadia, 'At nine')
    await planAs(desk.sal, other, later(60))
    await plan(showing(slot(story, { headline: 'Gone by then' }), slot(other, { headline: 'There by then' })))
    await withdrawStory(desk.sal, story, '', 'wrong', later(30))
    await untilFronts(later(60))
    expect(await slots()).toEqual([slot(story), slot(other, { headline: 'There by then' })])
  })

  test('is refused where it may not be any more, and those who make the front are told', async () => {
    const media = await aPicture(desk.sal)
    const { id } = await plan(showing(slot(story, { picture: media })))
    await withholdMedia(desk.petra, media, when)
    await untilFronts(later(60))
    expect(await slots()).toBeUndefined()
    expect(await stateOf(id)).toMatchObject({
      state: 'refused',
      note: expect.stringContaining('was taken from readers'),
    })
    for (const actor of [desk.sal, desk.petra]) {
      const { rows } = await listNotifications(actor, { size: 9 })
      expect(rows).toMatchObject([{ kind: 'schedule-refused', draft: 'front:home', storyId: null, about: 'Home' }])
      expect(await countUnread(actor)).toBe(1)
    }
    expect(await countUnread(desk.nadia)).toBe(0)
  })

  test('acts for who set it, who must still make the front then', async () => {
    const { id } = await plan()
    await db.write((tx) => tx.update(people).set({ role: 'writer' }).where(eq(people.id, 'sal')))
    await untilFronts(later(60))
    expect(await stateOf(id)).toMatchObject({ state: 'refused', note: expect.stringContaining('may not publish') })
    expect(await slots()).toBeUndefined()
  })

  test('waits while the clock is in doubt, as pins do', async () => {
    const pinned = showing(slot(story, { until: later(30).toISOString() }))
    await plan(pinned)
    await publishFront(desk.sal, 'home', { version: (await findFront(desk.sal, 'home'))!.version }, when)
    await plan(pinned)
    const clock = testClock(when)
    const watched = watchClock(clock)
    expect(await watched.now()).toEqual(when)
    clock.jump(2 * 3_600_000)
    expect(await watched.now()).toBeUndefined()
    await draftsDue(clock.date())
    expect(await slots()).toHaveLength(1)
    const { rows } = await listNotifications(desk.sal, { size: 9 })
    expect(rows).toMatchObject([{ kind: 'clock-held', draft: 'front:home' }])
    clock.jump(-2 * 3_600_000)
    expect(await watched.now()).toEqual(when)
    clock.pass(30 * 60_000)
    await untilFronts(clock.date())
    expect(await slots()).toEqual([])
  })
})

describe('a pin', () => {
  const until = later(30).toISOString()

  test('ends at its instant by an act of nobody’s, and in the draft, where it stands still', async () => {
    const pinned = slot(story, { until })
    const version = await draft(desk.sal, 'home', showing(pinned))
    await publishFront(desk.sal, 'home', { version }, when)
    await untilFronts(later(29.99))
    expect(await slots()).toEqual([pinned])
    await untilFronts(later(30))
    expect(await slots()).toEqual([])
    expect(await lastAct()).toEqual({ act: 'update', by: null, at: later(30) })
    expect(await findFront(desk.sal, 'home')).toMatchObject({
      ...{ version: version + 1, editedBy: null, waiting: false, content: showing() },
    })
  })

  test('that somebody has set anew in the draft stays there; the next one ends in its turn', async () => {
    const other = await aStory(desk.nadia, 'Other')
    await publishNow(desk.sal, other)
    const second = slot(other, { until: later(90).toISOString() })
    const version = await draft(desk.sal, 'home', showing(slot(story, { until }), second))
    await publishFront(desk.sal, 'home', { version }, when)
    const longer = showing(slot(story, { until: later(60).toISOString() }), second)
    await draft(desk.sal, 'home', longer)
    await untilFronts(later(31))
    expect([await slots(), (await findFront(desk.sal, 'home'))?.content]).toEqual([[null, second], longer])
    await untilFronts(later(91))
    expect(await slots()).toEqual([])
  })

  test('of an earlier publication ends nothing of a later one', async () => {
    const give = async (content: Parameters<typeof draft>[2]) =>
      publishFront(desk.sal, 'home', { version: await draft(desk.sal, 'home', content) }, when)
    await give(showing(slot(story, { until })))
    await give(showing(slot(story)))
    await untilFronts(later(31))
    expect(await slots()).toEqual([slot(story)])
  })
})
