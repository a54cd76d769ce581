import { addSection, editScreen } from './support/desk'
import { add, clear } from './support/library'
import { aPictureFile } from './support/pictures'
import { admin, expect, test } from './support/test'

test('an admin gives a person a face, which readers see in the byline, and takes it away again', async ({
  page,
  enter,
  addPerson,
}) => {
  test.slow()
  const writer = await addPerson({ role: 'writer' })
  await enter(page, admin)
  await addSection(page, 'Portraits')
  await add(page, await aPictureFile('portrait.jpg', 61), await aPictureFile('unclear portrait.jpg', 62))
  const id = await clear(page, 'portrait')

  const screen = editScreen(page)
  await screen.begin()
  await screen.fit('A portrait of the keeper', 'Portraits', writer.name)
  await screen.type(screen.body, 'She has kept it for years.')
  await screen.publish()
  const byline = page.getByRole('main').getByRole('listitem').filter({ hasText: writer.name })
  const face = byline.locator(`img[src*="/media/${id}/"]`)
  const asReaders = () => page.goto('/portraits/a-portrait-of-the-keeper')
  await asReaders()
  await expect(byline.first()).toBeVisible()
  await expect(face).toHaveCount(0)

  const ofWriter = async () => {
    await page.goto('/admin/people')
    await page.getByRole('row').getByRole('link', { name: writer.name }).click()
  }
  await ofWriter()
  const choose = async (name: string) => {
    await page.getByRole('combobox', { name: 'Choose a picture' }).fill(name)
    await page.getByRole('option', { name: new RegExp(`^${name}`) }).click()
  }
  await choose('unclear portrait')
  await expect(page.getByText('This picture is not cleared')).toBeVisible()
  await choose('portrait')
  await expect(page.getByRole('button', { name: 'Take it away' })).toBeVisible()
  await asReaders()
  await expect(face).toBeVisible()
  expect(await face.evaluate((one: HTMLImageElement) => one.decode().then(() => one.naturalWidth))).toBeGreaterThan(0)

  await ofWriter()
  await page.getByRole('button', { name: 'Take it away' }).click()
  await expect(page.getByText('readers see the name alone')).toBeVisible()
  await asReaders()
  await expect(byline.first()).toBeVisible()
  await expect(face).toHaveCount(0)
})
