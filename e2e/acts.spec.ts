import { admin, expect, stet, test } from './support/test'

test('an admin reads the audit, narrows it, and takes it away as a file', async ({
  page,
  enter,
  addPerson,
  server,
}) => {
  const person = await addPerson({ role: 'writer' })
  await enter(page, admin)
  await page.goto('/admin/audit')
  const table = page.getByRole('table', { name: 'Audit' })
  await expect(table.getByRole('row').nth(1)).toBeVisible()
  await page.getByRole('search').getByRole('searchbox').first().fill(person.name)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/q=/)
  await expect(table.getByRole('row').filter({ hasText: 'added the person' })).toContainText('Role: none → writer')
  await page.getByLabel('Act').selectOption('add-person')
  await expect(page).toHaveURL(/act=add-person/)
  await expect(table.getByRole('row')).toHaveCount(2)
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'CSV' }).click()])
  expect(file.suggestedFilename()).toMatch(/^audit-\d{4}-\d\d-\d\d\.csv$/)
  await page.getByLabel('From').fill('2099-01-01')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page.getByText('Nothing is like that.')).toBeVisible()
  await page.getByRole('link', { name: 'Clear the filters' }).click()
  await expect(page).toHaveURL(/\/admin\/audit$/)
  // What the server has noted beside the key, and what stands in its database.
  expect(await stet(server, ['audit', 'verify'])).toMatch(/^The audit is whole\. \d+ entries read\.$/)
})
