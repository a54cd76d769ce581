import { encode } from 'next-auth/jwt'
import { beforeAll, beforeEach, expect, test } from 'vitest'

import { authSecret } from '#lib/config'
import { db } from '#lib/db/client'
import { people } from '#lib/people/tables'
import { deskForAll } from '#lib/testing/desk'
import { when } from '#lib/testing/newsroom'

import { makeLink, useLink } from './commands/links'
import { endSession, endSessionOfToken, endSessionsOf, touchSession } from './commands/sessions'
import { signIn } from './commands/sign-in'
import { actorFromCookies, actorOfSession, cookieName } from './cookie'
import { hashPassword } from './passwords'
import { findLink, findSession, listSessions } from './queries'
import { attempts, links, sessions } from './tables'
import { tokenHash } from './tokens'

const desk = deskForAll()
const password = 'wet gates hold'
const from = { address: '192.0.2.7', agent: 'Browser' }
const sal = { email: 'sal@paper.example', password }
const wrong = { ...sal, password: 'dry gates hold' }
const later = (minutes: number) => new Date(when.getTime() + minutes * 60_000)
const days = (count: number) => later(count * 1440)

beforeAll(async () => {
  const passwordHash = await hashPassword(password)
  await db.write((tx) => tx.update(people).set({ passwordHash }))
})
beforeEach(() => db.write((tx) => tx.delete(attempts)))

async function actorAfter(token: string, at = when) {
  return (await findSession(tokenHash(token), at))?.actor
}

test('a session is who signed in, with the sections they have now', async () => {
  const token = await signIn({ email: ' SAL@Paper.example ', password }, from, when)
  expect(await actorAfter(token)).toEqual({
    id: 'sal',
    name: 'sal',
    role: 'editor',
    sections: [],
    sessionId: tokenHash(token),
  })
  await db.write((tx) => tx.update(people).set({ role: 'writer', allSections: true }))
  expect(await actorAfter(token)).toMatchObject({ role: 'writer', sections: 'all' })
  await db.write((tx) => tx.update(people).set({ role: 'editor', allSections: false }))
  const rows = JSON.stringify(await db.select({ id: sessions.id }).from(sessions))
  expect(rows).not.toContain(token)
})

test('an unknown account, a disabled one and a wrong password are refused alike', async () => {
  await db.write((tx) => tx.update(people).set({ disabledAt: when }))
  const same = { reason: 'forbidden', message: 'This e-mail address and password do not go together.' }
  await expect(signIn(sal, from, when)).rejects.toMatchObject(same)
  await db.write((tx) => tx.update(people).set({ disabledAt: null }))
  await expect(signIn(wrong, from, when)).rejects.toMatchObject(same)
  await expect(signIn({ ...sal, email: 'nobody@paper.example' }, from, when)).rejects.toMatchObject(same)
})

const triesFrom = async (address: string, count: number) => {
  for (let done = 0; done < count; done += 1) await signIn(wrong, { ...from, address }, when).catch(() => undefined)
}

test('after ten failed tries of an account its network is refused, the right password too, until the window ends', async () => {
  await triesFrom('2001:db8::1', 9)
  await expect(signIn(wrong, { ...from, address: '2001:db8::2' }, when)).rejects.toMatchObject({ reason: 'forbidden' })
  await expect(signIn(sal, { ...from, address: '2001:db8::3' }, later(1))).rejects.toMatchObject({
    reason: 'busy',
    message: 'Too many tries. Try again in 14 minutes.',
  })
  expect(await signIn(sal, { ...from, address: '2001:db8::3' }, later(15.01))).toBeTruthy()
})

test('a stranger elsewhere keeps nobody out, however long they try', async () => {
  await triesFrom('198.51.100.7', 120)
  expect(await signIn(sal, from, later(1))).toBeTruthy()
})

test('an attack from many networks is stopped at a hundred tries of the account', async () => {
  for (let network = 0; network < 10; network += 1) await triesFrom(`198.51.100.${network}`, 10)
  await expect(signIn(sal, from, later(1))).rejects.toMatchObject({
    reason: 'busy',
    message: 'Too many tries. Try again in 14 minutes.',
  })
})

test('a success of the person gives those who guess elsewhere no further tries', async () => {
  for (let network = 0; network < 9; network += 1) await triesFrom(`198.51.100.${network}`, 10)
  await signIn(sal, from, when)
  await triesFrom('198.51.100.9', 10)
  await expect(signIn(sal, from, when)).rejects.toMatchObject({ reason: 'busy' })
})

test('tries made at once are all counted', async () => {
  const outcomes = await Promise.allSettled(Array.from({ length: 14 }, () => signIn(wrong, from, when)))
  const reasons = outcomes.map((outcome) => outcome.status === 'rejected' && outcome.reason.reason)
  expect(reasons.filter((reason) => reason === 'busy')).toHaveLength(4)
})

test('a success clears the account’s tries from there and is no try of the address', async () => {
  for (let count = 0; count < 9; count += 1) await signIn(wrong, from, when).catch(() => undefined)
  await signIn(sal, from, when)
  for (let count = 0; count < 10; count += 1)
    await expect(signIn(wrong, from, when)).rejects.toMatchObject({ reason: 'forbidden' })
  const counts = await db.select({ key: attempts.key, count: attempts.count }).from(attempts)
  expect(counts.find((row) => row.key === `address:${from.address}`)?.count).toBe(19)
})

test('an address is refused after fifty failed tries, whatever the accounts; another is not', async () => {
  for (let count = 0; count < 50; count += 1)
    await db.write((tx) =>
      tx
        .insert(attempts)
        .values({ key: `address:${from.address}`, count: 50, resetsAt: later(5) })
        .onConflictDoNothing(),
    )
  await expect(signIn(sal, from, when)).rejects.toMatchObject({ reason: 'busy' })
  expect(await signIn(sal, { ...from, address: '192.0.2.99' }, when)).toBeTruthy()
})

test('a session ends when it is signed out, when another ends it, when unused for a week and after a month', async () => {
  const token = await signIn(sal, from, when)
  const idle = await signIn(sal, from, when)
  const other = await signIn(sal, from, when)
  await endSessionOfToken(token, when)
  expect(await actorAfter(token)).toBeUndefined()

  const actor = (await actorAfter(idle))!
  expect((await listSessions(actor, when)).filter((session) => session.current)).toHaveLength(1)
  await endSession(actor, tokenHash(other), when)
  expect(await actorAfter(other)).toBeUndefined()
  await expect(endSession(desk.tom, tokenHash(idle), when)).rejects.toMatchObject({ reason: 'not-found' })

  expect(await actorAfter(idle, days(6.9))).toBeDefined()
  expect(await actorAfter(idle, days(7.1))).toBeUndefined()
  for (const day of [6, 12, 18, 24, 29.9]) await touchSession(tokenHash(idle), days(day))
  expect(await actorAfter(idle, days(29.95))).toBeDefined()
  expect(await actorAfter(idle, days(30.1))).toBeUndefined()

  const last = await signIn(sal, from, when)
  const kept = await signIn(sal, from, when)
  await db.write((tx) => endSessionsOf(tx, 'sal', when, tokenHash(kept)))
  expect([await actorAfter(last), (await actorAfter(kept))?.id]).toEqual([undefined, 'sal'])
})

test('a session in use is noted, at most every five minutes', async () => {
  const id = tokenHash(await signIn(sal, from, when))
  const seen = async () => (await findSession(id, later(9)))?.seenAt
  await actorOfSession(id, later(4))
  expect(await seen()).toEqual(when)
  await actorOfSession(id, later(6))
  expect(await seen()).toEqual(later(6))
})

test('the socket knows the person by the cookie that next-auth seals, and by no other', async () => {
  const token = await signIn(sal, from)
  const seal = (secret: string, salt = cookieName()) => encode({ token: { token }, secret, salt })
  const cookie = async (value: Promise<string>) => `theme=dark; ${cookieName()}=${await value}; x=y`
  expect(await actorFromCookies(await cookie(seal(authSecret())))).toMatchObject({ id: 'sal' })
  expect(await actorFromCookies(await cookie(seal('another secret, of somebody else, quite long')))).toBeUndefined()
  expect(await actorFromCookies(await cookie(seal(authSecret(), 'other')))).toBeUndefined()
  expect(await actorFromCookies(`${cookieName()}=${token}`)).toBeUndefined()
  expect(await actorFromCookies(undefined)).toBeUndefined()
  await endSessionOfToken(token)
  expect(await actorFromCookies(await cookie(seal(authSecret())))).toBeUndefined()
})

test('a link works once, for a day, and not after a newer one; the database does not hold it', async () => {
  const make = (at = when) => db.write((tx) => makeLink(tx, 'reset', 'sal', at))
  const use = (token: string, at = when) => db.write((tx) => useLink(tx, token, at))
  const first = await make()
  const second = await make()
  expect(JSON.stringify(await db.select({ id: links.id }).from(links))).not.toContain(second)
  await expect(use(first)).rejects.toMatchObject({ reason: 'not-found' })
  expect(await findLink(second, when)).toMatchObject({ purpose: 'reset', personId: 'sal', name: 'sal' })
  expect(await use(second)).toEqual({ purpose: 'reset', personId: 'sal' })
  await expect(use(second)).rejects.toMatchObject({ reason: 'not-found' })
  expect(await findLink(second, when)).toBeUndefined()
  const third = await make()
  await expect(use(third, days(1))).rejects.toMatchObject({ reason: 'not-found' })
  expect(await use(third, later(1439))).toBeTruthy()
})
