import { beforeAll, beforeEach, expect, test } from 'vitest'

import { db } from '#lib/db/client'
import { databaseForAll } from '#lib/testing/database'
import { newsroom, when } from '#lib/testing/newsroom'

import { forgetOver } from './commands/forget'
import { attempts, links, sessions } from './tables'

databaseForAll()
beforeAll(async () => {
  await newsroom()
})
beforeEach(() =>
  db.write(async (tx) => {
    for (const table of [sessions, links, attempts]) await tx.delete(table)
  }),
)

const day = 86_400_000
const ago = (days: number) => new Date(when.getTime() - days * day)
const forget = () => db.write((tx) => forgetOver(tx, when))

test('sessions go a day after they ended, ran out or were unused for a week; open ones stay', async () => {
  const session = { personId: 'sal', createdAt: ago(20), seenAt: ago(0), expiresAt: ago(-10), address: 'a', agent: 'b' }
  await db.write((tx) =>
    tx.insert(sessions).values([
      { ...session, id: 'open' },
      { ...session, id: 'unused for six days', seenAt: ago(6) },
      { ...session, id: 'unused until yesterday', seenAt: ago(7.9) },
      { ...session, id: 'unused', seenAt: ago(8.1) },
      { ...session, id: 'ended today', endedAt: ago(0.9) },
      { ...session, id: 'ended', endedAt: ago(1.1) },
      { ...session, id: 'ran out today', expiresAt: ago(0.9) },
      { ...session, id: 'ran out', expiresAt: ago(1.1) },
    ]),
  )
  await forget()
  const left = await db.select({ id: sessions.id }).from(sessions)
  expect(left.map(({ id }) => id).sort()).toEqual([
    'ended today',
    'open',
    'ran out today',
    'unused for six days',
    'unused until yesterday',
  ])
})

test('links go a day after they were used or ran out; one that still works stays', async () => {
  const link = { purpose: 'reset', personId: 'sal', createdAt: ago(5), expiresAt: ago(-0.5) } as const
  await db.write((tx) =>
    tx.insert(links).values([
      { ...link, id: 'works' },
      { ...link, id: 'welcome', purpose: 'welcome', personId: null },
      { ...link, id: 'used', usedAt: ago(1.1) },
      { ...link, id: 'ran out', expiresAt: ago(1.1) },
      { ...link, id: 'used today', usedAt: ago(0.5) },
    ]),
  )
  await forget()
  const left = await db.select({ id: links.id }).from(links)
  expect(left.map(({ id }) => id).sort()).toEqual(['used today', 'welcome', 'works'])
})

test('tries go once they count no more', async () => {
  await db.write((tx) =>
    tx.insert(attempts).values([
      { key: 'counts', count: 3, resetsAt: ago(-0.01) },
      { key: 'old', count: 3, resetsAt: ago(1.1) },
    ]),
  )
  await forget()
  expect(await db.select({ key: attempts.key }).from(attempts)).toEqual([{ key: 'counts' }])
})
