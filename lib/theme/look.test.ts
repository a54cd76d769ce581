import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '#lib/db/client'
import { shortHash } from '#lib/media/live'
import { media } from '#lib/media/tables'
import { firstTheme, ownColours } from '#lib/site/theme/content'
import { cookieOf } from '#lib/testing/collab'
import { deskForAll } from '#lib/testing/desk'
import { aPicture } from '#lib/testing/media'

import { findLogoFile, findLook } from './queries'
import { toToken } from './token'

const desk = deskForAll()
const theme = { ...firstTheme, faces: 'sans' as const, footer: 'Since 1871.' }

test('a look is tried by admins, as their session tells, and by nobody else', async () => {
  const token = toToken(theme)
  expect(await findLook(await cookieOf(desk.petra), token)).toEqual({ theme, logos: new Map() })
  for (const actor of [desk.sal, desk.nadia, desk.kit])
    expect(await findLook(await cookieOf(actor), token)).toBe(undefined)
  expect(await findLook(undefined, token)).toBe(undefined)
  expect(await findLook('stet-session=made-up', token)).toBe(undefined)
})

test('what could not be saved is not shown', async () => {
  const petra = await cookieOf(desk.petra)
  const pale = { ...theme, colours: { ...ownColours, sport: { light: '#ffff00', dark: '#88ff88' } } }
  for (const token of ['', 'x', toToken(pale), toToken({ ...theme, more: 1 } as never)])
    expect(await findLook(petra, token)).toBe(undefined)
})

test('a logo that readers do not have yet is shown to admins, from an address of theirs', async () => {
  const [petra, sal] = [await cookieOf(desk.petra), await cookieOf(desk.sal)]
  const logo = await aPicture(desk.nadia)
  const { logos } = (await findLook(petra, toToken({ ...theme, logo })))!
  expect(logos.get(logo)).toMatchObject({ id: logo, base: '/preview/look/media' })
  const [row] = await db.select({ hash: media.hash }).from(media).where(eq(media.id, logo))
  const hash = shortHash(row?.hash ?? '')
  expect(await findLogoFile(petra, logo, hash, '0')).toBeDefined()
  expect(await findLogoFile(sal, logo, hash, '0')).toBe(undefined)
  expect(await findLogoFile(petra, logo, 'other', '0')).toBe(undefined)
})
