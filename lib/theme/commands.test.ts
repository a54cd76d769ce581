import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'

import { lives } from '#lib/cli/lives'
import { db } from '#lib/db/client'
import { findKnown } from '#lib/media/queries/known'
import { listUses } from '#lib/media/queries/uses'
import { rebuildLive } from '#lib/publication/rebuild'
import { findTheme as findShown } from '#lib/site/queries/theme'
import { liveMedia } from '#lib/site/tables'
import { firstTheme, ownColours } from '#lib/site/theme/content'
import { stylesheet, stylesheetPath } from '#lib/site/theme/stylesheet'
import { deskForAll } from '#lib/testing/desk'
import { aPicture } from '#lib/testing/media'
import { when } from '#lib/testing/newsroom'

import { updateTheme } from './commands'
import { findTheme } from './queries'

const desk = deskForAll()

const plum = { light: '#600040', dark: '#ff99dd' }
const look = { ...firstTheme, colours: { ...ownColours, river: plum }, footer: 'Since 1871.' }
const isLive = async (id: string) => (await db.$count(liveMedia, eq(liveMedia.subject, id))) === 1

test('readers have what an admin chose, at a stylesheet of its content’s own address; without choices there is none', async () => {
  expect([stylesheet(firstTheme), stylesheetPath(firstTheme)]).toEqual(['', undefined])
  await updateTheme(desk.petra, 0, look, when)
  expect(await findShown()).toEqual(look)
  expect(stylesheet(look)).toBe(':root{--color-river:light-dark(#600040,#ff99dd)}')
  expect(stylesheetPath(look)).not.toBe(stylesheetPath({ ...look, faces: 'sans' }))
})

test('of two admins the later is shown what stands; nobody else is let in', async () => {
  await expect(updateTheme(desk.petra, 0, firstTheme, when)).rejects.toMatchObject({
    reason: 'conflict',
    detail: { footer: 'Since 1871.', version: 1 },
  })
  for (const actor of [desk.sal, desk.nadia, desk.kit])
    await expect(updateTheme(actor, 1, firstTheme, when)).rejects.toMatchObject({ reason: 'not-found' })
})

test('a logo is a picture that may be shown; readers have it as long as it stands in the masthead', async () => {
  const [logo, unclear] = [await aPicture(desk.nadia), await aPicture(desk.nadia, { rights: 'unclear' })]
  await expect(updateTheme(desk.petra, 1, { ...look, logo: unclear }, when)).rejects.toMatchObject({
    fields: { logo: expect.stringContaining('not cleared') },
  })
  await updateTheme(desk.petra, 1, { ...look, logo }, when)
  expect(await isLive(logo)).toBe(true)
  expect(await listUses(desk.petra, logo)).toMatchObject({ stories: [], masthead: true })
  expect((await findKnown(db, '', [logo])).get(logo)?.elsewhere).toBe(true)
  await updateTheme(desk.petra, 2, look, when)
  expect([await isLive(logo), (await findTheme()).version]).toEqual([false, 3])
  expect((await listUses(desk.petra, logo)).masthead).toBe(false)
})

test('the log makes the same theme again', async () => expect(await rebuildLive(lives, { check: true })).toEqual([]))
