import { admin, expect, test } from './support/test'

test('a colour that cannot be read is not saved; what is saved reaches readers at once, in a stylesheet that is kept', async ({
  page,
  request,
  enter,
}) => {
  await enter(page, admin)
  await page.goto('/admin/look')
  const sport = page.getByLabel('Green, light', { exact: true })
  await sport.fill('#ffff00')
  await expect(page.getByText(/1\.\d to 1: 4\.5 are needed/)).toBeVisible()
  await page.getByLabel('Foot of every page').fill('Since 1871, from Carrow Quay.')
  await page.getByRole('button', { name: 'Save the look' }).click()
  await expect(page.getByText(/Too pale to read/)).toBeVisible()
  await expect(sport).toBeFocused()
  expect(await (await request.get('/')).text()).not.toContain('Since 1871')

  await sport.fill('#004d00')
  await expect(page.frameLocator('iframe').getByText('Since 1871')).toBeVisible()
  await page.getByRole('button', { name: 'Save the look' }).click()
  await expect(page.getByText('Readers see it now.')).toBeVisible()
  const home = await (await request.get('/')).text()
  expect(home).toContain('Since 1871, from Carrow Quay.')
  const sheet = /\/theme\/[0-9a-f]{12}\.css/.exec(home)?.[0] ?? ''
  const css = await request.get(sheet)
  expect(css.headers()['cache-control']).toContain('immutable')
  expect(await css.text()).toContain('--color-sport:light-dark(#004d00,')
  expect((await request.get('/theme/000000000000.css')).status()).toBe(404)

  await page.getByRole('button', { name: 'Set all as they were made' }).click()
  await page.getByLabel('Foot of every page').fill('')
  await page.getByRole('button', { name: 'Save the look' }).click()
  await expect.poll(async () => await (await request.get('/')).text()).not.toContain('/theme/')
  expect((await request.get(sheet)).status()).toBe(404)
})
