import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'

import { audit } from '#lib/audit/tables'
import { signIn } from '#lib/auth/commands/sign-in'
import { hashPassword } from '#lib/auth/passwords'
import { findLink, findSession } from '#lib/auth/queries'
import { attempts } from '#lib/auth/tables'
import { tokenHash } from '#lib/auth/tokens'
import { db } from '#lib/db/client'
import { liveAddresses, livePeople } from '#lib/site/tables'
import { deskForAll } from '#lib/testing/desk'

import { NewPerson, Profile } from '../content'
import { narrow } from '../narrow'
import { findPerson, findPublicPeople, listPeople } from '../queries'
import { people } from '../tables'
import { ensureFirstAdmin, welcomeAdmin } from './first-admin'
import { changeOwnPassword, setPasswordByLink } from './passwords'
import { addPerson, disablePerson, editPerson, enablePerson, endPersonSessions, resetLink, setAccess } from './people'

const desk = deskForAll()
const from = { address: '192.0.2.7', agent: 'Browser' }
const first = 'wet gates hold'
const second = 'dry gates hold too'

beforeAll(async () => {
  const passwordHash = await hashPassword(first)
  await db.write((tx) => tx.update(people).set({ passwordHash }))
})
beforeEach(() => db.write((tx) => tx.delete(attempts)))

const ines = (email: string) =>
  NewPerson.parse({ name: ' Ines\u0002  Amsari ', email, role: 'editor', sections: ['politics', 'river'] })
const enter = (email: string, password = first) => signIn({ email, password }, from)
const open = async (token: string) => (await findSession(tokenHash(token)))?.actor
const version = async (id: string) => (await findPerson(desk.petra, id)).version

test('an invited person has no way in but the link; with a password they are in, with their role and sections', async () => {
  const { id, token } = await addPerson(desk.petra, ines('Ines@Paper.example'))
  await expect(enter('ines@paper.example')).rejects.toMatchObject({ reason: 'forbidden' })
  expect(await findLink(token)).toMatchObject({ purpose: 'invite', personId: id, name: 'Ines Amsari' })
  await expect(setPasswordByLink(token, 'too short', from)).rejects.toMatchObject({
    fields: { password: expect.any(String) },
  })
  await setPasswordByLink(token, first, from)
  await expect(setPasswordByLink(token, second, from)).rejects.toMatchObject({ reason: 'not-found' })
  const actor = await open(await enter('ines@paper.example'))
  expect(actor).toMatchObject({ id, role: 'editor' })
  expect([...(actor?.sections ?? [])].sort()).toEqual(['politics', 'river'])
})

test('readers know a person’s name from the start; two of one name have two addresses', async () => {
  const { id } = await addPerson(desk.petra, ines('second@paper.example'))
  const [row] = await db.select().from(livePeople).where(eq(livePeople.subject, id))
  expect(row).toEqual({ subject: id, slug: 'ines-amsari-2', name: 'Ines Amsari', title: '', bio: '', face: null })
})

test('an address that somebody has is refused, whatever its case; a section that is gone too', async () => {
  await expect(addPerson(desk.petra, ines('SAL@paper.example'))).rejects.toMatchObject({
    fields: { email: expect.any(String) },
  })
  const lost = { ...ines('lost@paper.example'), sections: ['gone'] }
  await expect(addPerson(desk.petra, lost)).rejects.toMatchObject({ fields: { sections: expect.any(String) } })
  expect((await listPeople(desk.petra)).map((person) => person.email)).not.toContain('lost@paper.example')
})

test('a new public profile reaches readers, the old address leads to the new one, and no change is no publication', async () => {
  const profile = { name: 'Nadia Orrell', slug: 'nadia-orrell', title: 'River correspondent', bio: '' }
  await editPerson(desk.petra, 'nadia', 1, { ...profile, slug: 'nadia' })
  await editPerson(desk.petra, 'nadia', 2, Profile.parse({ ...profile, title: 'River\u0002 correspondent ', bio: ' ' }))
  const [row] = await db.select().from(livePeople).where(eq(livePeople.subject, 'nadia'))
  expect(row).toMatchObject({ slug: 'nadia-orrell', title: 'River correspondent' })
  const page = { id: 'nadia', slug: 'nadia-orrell', name: 'Nadia Orrell', title: 'River correspondent' }
  expect(await findPublicPeople('orr nád')).toEqual([page])
  expect(await findPublicPeople('rell')).toEqual([])
  const paths = () =>
    db.select({ path: liveAddresses.path }).from(liveAddresses).where(eq(liveAddresses.subject, 'nadia'))
  expect(await paths()).toEqual([{ path: '/bylines/nadia' }])
  await expect(editPerson(desk.petra, 'nadia', 2, profile)).rejects.toMatchObject({
    reason: 'conflict',
    detail: { version: 3 },
  })
  await expect(editPerson(desk.petra, 'tom', 1, profile)).rejects.toMatchObject({
    fields: { slug: expect.any(String) },
  })
})

test('a demoted or disabled person loses what they had on the next request, and gets it back when enabled', async () => {
  const token = await enter('sal@paper.example')
  await setAccess(desk.petra, 'sal', await version('sal'), { role: 'writer', sections: 'all' })
  expect(await open(token)).toMatchObject({ role: 'writer', sections: 'all' })
  await disablePerson(desk.petra, 'sal')
  expect(await open(token)).toBeUndefined()
  await expect(enter('sal@paper.example')).rejects.toMatchObject({ reason: 'forbidden' })
  await expect(resetLink(desk.petra, 'sal')).rejects.toMatchObject({ reason: 'not-found' })
  await enablePerson(desk.petra, 'sal')
  expect(await open(token)).toBeUndefined()
  expect(await open(await enter('sal@paper.example'))).toMatchObject({ id: 'sal' })
})

test('a reset link ends every session and lets in with the new password only, past the limit on tries', async () => {
  const token = await enter('tom@paper.example')
  const link = await resetLink(desk.petra, 'tom')
  for (let count = 0; count < 11; count += 1) await enter('tom@paper.example', 'not this one').catch(() => undefined)
  await setPasswordByLink(link, second, from)
  expect(await open(token)).toBeUndefined()
  await expect(enter('tom@paper.example')).rejects.toMatchObject({ reason: 'forbidden' })
  expect(await open(await enter('tom@paper.example', second))).toMatchObject({ id: 'tom' })
})

test('a disabled person’s link does not let them in', async () => {
  const link = await resetLink(desk.petra, 'kit')
  await disablePerson(desk.petra, 'kit')
  await enablePerson(desk.petra, 'kit')
  await expect(setPasswordByLink(link, second, from)).rejects.toMatchObject({ reason: 'not-found' })
})

test('one’s own password needs the present one, ends one’s other sessions and is limited as signing in is', async () => {
  const [here, there] = [await enter('nadia@paper.example'), await enter('nadia@paper.example')]
  const actor = (await open(here))!
  await expect(changeOwnPassword(actor, { current: second, next: second }, from)).rejects.toMatchObject({
    fields: { current: expect.any(String) },
  })
  await expect(changeOwnPassword(actor, { current: first, next: 'nadia 12345' }, from)).rejects.toMatchObject({
    fields: { next: expect.any(String) },
  })
  await changeOwnPassword(actor, { current: first, next: second }, from)
  expect([(await open(here))?.id, await open(there)]).toEqual(['nadia', undefined])
  for (let count = 0; count < 10; count += 1)
    await changeOwnPassword(actor, { current: 'guess', next: first }, from).catch(() => undefined)
  await expect(changeOwnPassword(actor, { current: second, next: first }, from)).rejects.toMatchObject({
    reason: 'busy',
  })
})

test('the last admin who can sign in is neither disabled nor demoted; an invited one does not count', async () => {
  const other = await addPerson(desk.petra, { ...ines('other@paper.example'), role: 'admin' })
  const last = { reason: 'rule' }
  await expect(disablePerson(desk.petra, 'petra')).rejects.toMatchObject(last)
  const demoted = { role: 'editor', sections: 'all' } as const
  await expect(setAccess(desk.petra, 'petra', await version('petra'), demoted)).rejects.toMatchObject(last)
  await setPasswordByLink(other.token, first, from)
  await disablePerson(desk.petra, 'petra')
  await expect(disablePerson(desk.petra, other.id)).rejects.toMatchObject(last)
  await enablePerson(desk.petra, 'petra')
})

test('only admins see and change people; anybody else finds nothing', async () => {
  const { sal } = desk
  const access = { role: 'admin', sections: 'all' } as const
  const profile = { name: 'x', slug: 'x', title: '', bio: '' }
  const tries = [
    () => listPeople(sal),
    () => findPerson(sal, 'sal'),
    () => addPerson(sal, ines('x@paper.example')),
    () => editPerson(sal, 'sal', 1, profile),
    () => setAccess(sal, 'sal', 1, access),
    () => disablePerson(sal, 'tom'),
    () => enablePerson(sal, 'tom'),
    () => resetLink(sal, 'tom'),
    () => endPersonSessions(sal, 'tom'),
  ]
  for (const attempt of tries) await expect((async () => attempt())()).rejects.toMatchObject({ reason: 'not-found' })
})

test('every act on people is in the audit, by ids only', async () => {
  const entries = await db.select({ act: audit.act, detail: audit.detail }).from(audit)
  const acts = new Set(entries.map((entry) => entry.act))
  for (const act of [
    'add-person',
    'edit-person',
    'set-access',
    'disable',
    'enable',
    'reset-link',
    'set-password',
    'change-password',
  ])
    expect(acts).toContain(act)
  expect(JSON.stringify(entries)).not.toMatch(/Ines|paper\.example|gates/)
})

test('people are found by view and by every word of the query, whatever its case and accents', async () => {
  await addPerson(desk.petra, { ...ines('zoe@paper.example'), name: 'Zoë Łuk' })
  const everybody = await listPeople(desk.petra)
  expect(narrow(everybody, 'invited', 'ZOE luk').map((person) => person.name)).toEqual(['Zoë Łuk'])
  expect(narrow(everybody, 'admin', 'zoe')).toEqual([])
  expect(narrow(everybody, 'everyone', '')).toHaveLength(everybody.length)
})

test('the welcome link is for the first admin only: a fresh one each start, once, and none once there is an admin', async () => {
  const given = { name: 'Ada Rhys', email: 'ada@paper.example', password: first }
  expect(await ensureFirstAdmin({ firstAdmin: undefined })).toBeUndefined()
  await db.write((tx) => tx.update(people).set({ role: 'writer' }))
  const path = (await ensureFirstAdmin({ firstAdmin: undefined }))!
  const fresh = (await ensureFirstAdmin({ firstAdmin: undefined }))!
  const token = (link: string) => link.replace('/welcome/', '')
  await expect(welcomeAdmin(token(path), given)).rejects.toMatchObject({ reason: 'not-found' })
  await expect(setPasswordByLink(token(fresh), first, from)).rejects.toMatchObject({ reason: 'not-found' })
  await expect(welcomeAdmin(token(fresh), { ...given, email: 'sal@paper.example' })).rejects.toMatchObject({
    fields: { email: expect.any(String) },
  })
  await welcomeAdmin(token(fresh), given)
  await expect(welcomeAdmin(token(fresh), { ...given, email: 'b@paper.example' })).rejects.toMatchObject({
    reason: 'not-found',
  })
  expect(await open(await enter('ada@paper.example'))).toMatchObject({ role: 'admin', sections: 'all' })
  await db.write((tx) => tx.update(people).set({ role: 'writer' }))
  await ensureFirstAdmin({ firstAdmin: { email: 'Gethin.Wray@paper.example', password: second } })
  expect(await open(await enter('gethin.wray@paper.example', second))).toMatchObject({
    name: 'Gethin Wray',
    role: 'admin',
  })
})
