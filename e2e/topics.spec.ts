import { pressKey } from './support/desk'
import { admin, expect, test } from './support/test'

test.use({ demo: true })

test('a renamed topic and one merged into another answer 301 at their old addresses', async ({
  page,
  request,
  enter,
}) => {
  const leadsTo = async (path: string) => {
    const answer = await request.get(path, { maxRedirects: 0 })
    return [answer.status(), new URL(answer.headers().location ?? '', 'http://x').pathname]
  }
  await enter(page, admin)
  await page.goto('/desk/topics?q=flood')
  await page.getByRole('link', { name: 'Flooding' }).click()
  const rename = page.getByRole('form', { name: 'Rename the topic' })
  await rename.getByLabel('Name').fill('Floods')
  await rename.getByRole('button', { name: 'Rename' }).click()
  await expect(rename.getByText('Readers see it now.')).toBeVisible()
  expect(await leadsTo('/topics/flooding')).toEqual([301, '/topics/floods'])
  const names = page.getByRole('form', { name: 'Other names' })
  await expect(names.getByText('Flooding', { exact: true })).toBeVisible()

  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Add a topic' }).click()
  const adding = page.getByRole('form', { name: 'Add a topic' })
  await adding.getByLabel('Name').fill('flooding')
  await adding.getByRole('button', { name: 'Add topic' }).click()
  await expect(adding.getByLabel('Name')).toHaveAccessibleDescription(
    '“flooding” is a name of the topic Floods already.',
  )
  await adding.getByLabel('Name').fill('Coastal defences')
  await adding.getByRole('button', { name: 'Add topic' }).click()
  await expect(page.getByText('Coastal defences is a topic now.')).toBeVisible()

  await page.goto('/desk/topics?q=floods')
  await page.getByRole('link', { name: 'Floods' }).click()
  const stories = await page.getByRole('link', { name: /^\d+ stories$/ }).innerText()
  await page.getByRole('combobox', { name: 'Merge Floods into' }).fill('coast')
  await page.getByRole('option', { name: 'Coastal defences' }).click()
  const dialog = page.getByRole('dialog', { name: 'Merge Floods into Coastal defences?' })
  await expect(dialog).toContainText('/topics/floods, will answer 301')
  await dialog.getByRole('button', { name: 'Merge topics' }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'Coastal defences', exact: true })).toBeVisible()
  await expect(page.getByRole('link', { name: stories })).toBeVisible()
  expect(await leadsTo('/topics/floods')).toEqual([301, '/topics/coastal-defences'])
  expect(await leadsTo('/topics/flooding')).toEqual([301, '/topics/coastal-defences'])
  expect((await request.get('/topics/coastal-defences')).status()).toBe(200)
  await page.getByRole('button', { name: 'Remove Flooding' }).click()
  await expect(names.getByText('Flooding', { exact: true })).toHaveCount(0)
  await expect(names.getByText(/^Floods$/i)).toBeVisible()

  await page.goto('/desk/topics?id=new')
  await adding.getByLabel('Name').fill('Passing')
  await adding.getByRole('button', { name: 'Add topic' }).click()
  await page.getByRole('link', { name: 'Passing' }).click()
  await page.getByRole('button', { name: 'Remove Passing…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove Passing' }).click()
  await page.waitForURL('**/desk/topics')
  await expect(page.getByRole('link', { name: 'Passing' })).toHaveCount(0)
})

test('writers add topics, editors alone change them', async ({ page, addPerson, enter }) => {
  await enter(page, await addPerson({ role: 'writer' }))
  await page.goto('/desk/topics')
  await page.getByRole('link', { name: 'County budget' }).click()
  await expect(page.getByText('Editors rename and merge topics.')).toBeVisible()
  await expect(page.getByRole('form', { name: 'Rename the topic' })).toHaveCount(0)
  await pressKey(page, 'n')
  await page.getByRole('form', { name: 'Add a topic' }).getByLabel('Name').fill('Wrecks')
  await page.getByRole('button', { name: 'Add topic' }).click()
  await expect(page.getByText('Wrecks is a topic now.')).toBeVisible()
})
