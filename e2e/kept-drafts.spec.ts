import type { Locator } from '@playwright/test'

import { axeFindings } from './support/axe'
import { pressKey } from './support/desk'
import { begin, bodyOf, called, dialogOf, saved } from './support/pages'
import { expect } from './support/test'
import { test } from './support/two'

test('what is typed on a page outlives Back, and a window that closes while the server is not reached', async ({
  page,
  context,
  addPerson,
  enter,
}) => {
  test.slow()
  const title = called('Rates')
  await enter(page, await addPerson({ role: 'editor' }))
  await begin(page, title)
  const address = page.url()
  const standfirst = (at: typeof page) => at.getByLabel('Standfirst')
  await saved(page)
  await page.goto('/desk/pages')
  await page.getByRole('link', { name: title }).click()
  await expect(bodyOf(page)).toBeVisible()
  await standfirst(page).fill('Typed, and gone back at once.')
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1, name: 'Pages' })).toBeVisible()
  await expect(async () => {
    await page.goto(address)
    await expect(standfirst(page)).toHaveValue('Typed, and gone back at once.', { timeout: 1000 })
  }).toPass()

  await expect(bodyOf(page)).toBeVisible()
  await context.setOffline(true)
  await bodyOf(page).click()
  await page.keyboard.type('Written on the train.')
  await expect(page.getByRole('banner')).toContainText('On this device only')
  await page.close()
  await context.setOffline(false)
  const desk = await context.newPage()
  await desk.goto('/desk')
  const waits = desk.getByRole('status').filter({ hasText: 'Text on this device has not been sent' })
  expect(await axeFindings(desk, 'a draft that waits')).toEqual([])
  await waits.getByRole('link', { name: title }).click()
  await expect(bodyOf(desk)).toHaveText('Written on the train.')
  await expect(desk.getByText('What you had changed here, and was never sent, is back.')).toBeVisible()
  await saved(desk)
  await desk.goto('/desk')
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText('My desk')
  await expect(waits).toHaveCount(0)
  await desk.goto(address)
  await expect(bodyOf(desk)).toHaveText('Written on the train.')
  await desk.close()
})

test('who leaves a form that is saved by its button is asked: by a link, a key and Back', async ({
  page,
  addPerson,
  enter,
}) => {
  await enter(page, await addPerson({ role: 'editor' }))
  for (const name of [called('Walls'), called('Doors')]) {
    await page.goto('/desk/series?id=new')
    const form = page.getByRole('form', { name: 'Begin a series' })
    await form.getByLabel('Name').fill(name)
    await form.getByRole('button', { name: 'Begin series' }).click()
    await expect(page.getByRole('form', { name })).toBeVisible()
  }
  const rows = page.getByRole('table', { name: 'Series' }).getByRole('link')
  const [walls, doors] = ['Walls', 'Doors'].map((name) => rows.filter({ hasText: name }).last()) as [Locator, Locator]
  await walls.click()
  const words = page.getByRole('form', { name: /^Walls/ }).getByLabel('Standfirst')
  await words.fill('Which ones stood.')
  const stay = async () => {
    await expect(dialogOf(page)).toContainText('What you changed is not saved')
    await dialogOf(page).getByRole('button', { name: 'Stay here' }).click()
    await expect(words).toHaveValue('Which ones stood.')
  }
  await doors.click()
  await stay()
  await words.blur()
  await pressKey(page, 'k')
  await stay()
  await page.evaluate(() => history.back())
  await stay()
  await page.getByRole('button', { name: 'Save draft' }).click()
  await expect(page.getByText('Saved. Readers see no change yet.')).toBeVisible()
  await doors.click()
  const others = page.getByRole('form', { name: /^Doors/ }).getByLabel('Standfirst')
  await others.fill('Not to be kept.')
  await walls.click()
  await dialogOf(page).getByRole('button', { name: 'Leave without saving' }).click()
  await expect(words).toHaveValue('Which ones stood.')
  await doors.click()
  await expect(others).toHaveValue('')
})
