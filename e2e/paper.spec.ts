import type { Page } from '@playwright/test'

import { addSection } from './support/desk'
import { admin, expect, test } from './support/test'

const names = (page: Page) => page.getByRole('listitem').getByRole('link').locator('span:first-child').allTextContents()

test('a renamed section is at its new address; the old one leads there', async ({ page, request, enter }) => {
  await enter(page, admin)
  await addSection(page, 'Harbour')
  expect((await request.get('/harbour')).status()).toBe(200)
  await page.getByRole('link', { name: 'Harbour /harbour' }).click()
  await expect(page.getByRole('button', { name: 'Save section' })).toBeVisible()
  await page.getByLabel('Name').fill('Harbour & docks')
  await page.getByLabel('Address').fill('docks')
  await page.getByRole('button', { name: 'Save section' }).click()
  await expect(page.getByText('Readers see it now.')).toBeVisible()
  const old = await request.get('/harbour', { maxRedirects: 0 })
  expect([old.status(), new URL(old.headers().location ?? '', 'http://x').pathname]).toEqual([301, '/docks'])
  expect(await (await request.get('/docks')).text()).toContain('Harbour &amp; docks')
})

test('sections are put in order by buttons and by keys, and the focus stays with the one that moves', async ({
  page,
  enter,
}) => {
  await enter(page, admin)
  for (const name of ['First', 'Second', 'Third']) await addSection(page, name)
  await page.goto('/admin/sections')
  const tail = async () => (await names(page)).slice(-3)
  expect(await tail()).toEqual(['First', 'Second', 'Third'])
  await page.getByRole('button', { name: 'Move Third up' }).click()
  await expect.poll(tail).toEqual(['First', 'Third', 'Second'])
  await expect(page.getByRole('button', { name: 'Move Third up' })).toBeFocused()
  await page.keyboard.press('Alt+ArrowDown')
  await expect.poll(tail).toEqual(['First', 'Second', 'Third'])
  await expect(page.getByRole('button', { name: 'Move Third up' })).toBeFocused()
})

test('a section without stories is removed after one is asked; its address is a 404', async ({
  page,
  request,
  enter,
}) => {
  await enter(page, admin)
  await addSection(page, 'Passing', 'passing')
  await page.getByRole('link', { name: 'Passing /passing' }).click()
  await page.getByRole('button', { name: 'Remove Passing…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove Passing' }).click()
  await expect(page.getByRole('link', { name: 'Passing /passing' })).toHaveCount(0)
  expect((await request.get('/passing')).status()).toBe(404)
})

test('the paper’s name reaches readers; of two admins at once the later is shown what stands', async ({
  page,
  context,
  request,
  enter,
}) => {
  await enter(page, admin)
  await page.goto('/admin/settings')
  const other = await context.newPage()
  await other.goto('/admin/settings')
  await page.getByLabel('Name of the paper').fill('Wendmouth Courier')
  await page.getByRole('button', { name: 'Save settings' }).click()
  await expect(page.getByText('Readers see it now.')).toBeVisible()
  expect(await (await request.get('/')).text()).toContain('Wendmouth Courier')

  await other.getByLabel('Name of the paper').fill('Wendmouth Post')
  await other.getByRole('button', { name: 'Save settings' }).click()
  await expect(other.getByRole('definition').getByText('Wendmouth Courier')).toBeVisible()
  await expect(other.getByLabel('Name of the paper')).toHaveValue('Wendmouth Post')
  await other.getByRole('button', { name: 'Save settings' }).click()
  await expect(other.getByText('Readers see it now.')).toBeVisible()
  expect(await (await request.get('/')).text()).toContain('Wendmouth Post')
})
