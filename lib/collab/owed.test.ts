import { eq } from 'drizzle-orm'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'

import { db } from '#lib/db/client'
import { notFound } from '#lib/errors'
import { openLog } from '#lib/story/log/open'
import { storyLog, storyProjections } from '#lib/story/log/tables'
import { appendUpdate } from '#lib/story/log/write'
import { databaseForAll } from '#lib/testing/database'
import { beginStory, edited, typeHeadline } from '#lib/testing/log'
import { newsroom, when } from '#lib/testing/newsroom'

import { isNotOurs, makeOwed, tidyStory } from './owed'

databaseForAll()
beforeAll(async () => {
  await newsroom()
})
beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const hours = (count: number) => vi.advanceTimersByTimeAsync(count * 3_600_000)

test('a story that is owed is tried again, later each time, until it is tidy', async () => {
  const tried: number[] = []
  const began = Date.now()
  const owed = makeOwed(async () => {
    tried.push(Math.round((Date.now() - began) / 1000))
    if (tried.length < 4) throw new Error('disk full')
  })
  owed.owe('flood')
  owed.owe('flood')
  await hours(24)
  expect(tried).toEqual([1, 5, 21, 85])
})

test('a story is not tried for ever, and one that is gone not again; what is given up holds no timer', async () => {
  const tried = { flood: 0, gone: 0 }
  const owed = makeOwed(async (id) => {
    tried[id as keyof typeof tried] += 1
    throw id === 'gone' ? notFound('This story') : new Error('disk full')
  })
  owed.owe('flood')
  owed.owe('gone')
  await hours(48)
  expect(tried).toEqual({ flood: 10, gone: 1 })
  expect(vi.getTimerCount()).toBe(0)
})

test('a story that was removed meanwhile owes nothing', async () => {
  await expect(tidyStory('removed')).rejects.toSatisfy(isNotOurs)
})

test('stopped, it tries nothing more', async () => {
  const tidy = vi.fn(async () => undefined)
  const owed = makeOwed(tidy)
  owed.owe('flood')
  await owed.stop()
  owed.owe('storm')
  await hours(1)
  expect(tidy).not.toHaveBeenCalled()
})

test('at the start, stories whose lists a process did not get to are made tidy, and no others', async () => {
  vi.useRealTimers()
  for (const id of ['flood', 'storm', 'calm']) await beginStory(id)
  const append = async (storyId: string, at: Date) =>
    appendUpdate({ storyId, update: edited(await openLog(storyId), typeHeadline('Late: ')), by: 'sal', at })
  await append('flood', new Date(when.getTime() + 1000))
  // As recent as what the list says: an edit that it knows.
  await append('storm', when)
  await makeOwed().resume()
  const headline = async (storyId: string) => {
    const [row] = await db
      .select({ headline: storyProjections.headline, by: storyProjections.editedBy })
      .from(storyProjections)
      .where(eq(storyProjections.storyId, storyId))
    return row
  }
  expect(await headline('flood')).toEqual({ headline: 'Late: River rises', by: 'sal' })
  expect(await headline('storm')).toEqual({ headline: 'River rises', by: 'nadia' })
  const rows = (storyId: string) => db.$count(storyLog, eq(storyLog.storyId, storyId))
  expect([await rows('flood'), await rows('storm'), await rows('calm')]).toEqual([1, 2, 1])
})
