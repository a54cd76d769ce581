import { asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { db } from '#lib/db/client'
import { publications } from '#lib/publication/tables'
import { liveSettings } from '#lib/site/tables'
import { deskForAll } from '#lib/testing/desk'

import { ensureSettings, updateSettings } from './commands'
import { SettingsForm } from './content'
import { findSettings } from './queries'

const desk = deskForAll()

const acts = () =>
  db
    .select({ act: publications.act, keys: publications.keys })
    .from(publications)
    .where(eq(publications.kind, 'settings'))
    .orderBy(asc(publications.seq))
const live = async () => (await db.select().from(liveSettings))[0]
const courier = { name: 'Wendmouth Courier', timezone: 'Europe/London', language: 'en-GB' }

test('the first start makes settings that readers see; later ones leave them alone', async () => {
  await ensureSettings()
  await ensureSettings()
  expect(await live()).toMatchObject({ subject: 'paper', name: 'The Paper', language: 'en-GB' })
  expect(await acts()).toHaveLength(1)
})

test('an admin’s change reaches readers at once; anybody else finds nothing', async () => {
  await expect(updateSettings(desk.sal, 1, courier)).rejects.toMatchObject({ reason: 'not-found' })
  await updateSettings(desk.petra, 1, courier)
  expect(await findSettings()).toEqual({ ...courier, version: 2 })
  expect(await live()).toEqual({ subject: 'paper', ...courier })
  expect((await acts()).at(-1)).toEqual({ act: 'update', keys: ['menu:', 'settings:'] })
})

test('a change from an older form overwrites nothing and shows what stands', async () => {
  await expect(updateSettings(desk.petra, 1, { ...courier, name: 'Mine' })).rejects.toMatchObject({
    reason: 'conflict',
    detail: { ...courier, version: 2 },
  })
  expect((await live())?.name).toBe('Wendmouth Courier')
})

test.each([
  ['timezone', 'Europe/Wendmouth'],
  ['timezone', '+01:00'],
  ['language', 'english please'],
  ['language', 'arabic'],
  ['name', '  '],
  ['name', '\u0002'],
])('the %s “%s” is refused', (field, value) => {
  const parsed = SettingsForm.safeParse({ ...courier, [field]: value })
  expect(parsed.error?.issues.map((issue) => issue.path[0])).toEqual([field])
})

test('a language is kept in its usual spelling', () =>
  expect(SettingsForm.parse({ ...courier, language: 'pt-br' }).language).toBe('pt-BR'))
