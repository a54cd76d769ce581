import { expect } from './support/test'
import { test } from './support/two'

test('who decides while a colleague acts is told who was first, and then goes on or not', async ({
  twoInOneStory,
  request,
}) => {
  test.slow()
  const { people, path } = await twoInOneStory({ fit: true })
  const [{ screen, name: ada }, { screen: bens }] = people
  await screen.publish()
  await screen.type(screen.body, ' At nine.')
  await screen.saved()
  await expect(bens.body).toContainText('At nine.')

  // Ben weighs a correction; the page under his dialog follows what Ada does.
  await bens.bar.getByRole('button', { name: /^Update…/ }).click()
  await bens.dialog.getByRole('radio', { name: /^Correction/ }).check()
  await bens.dialog.getByLabel('Note to readers').fill('It said nothing of the hour.')
  await screen.publish()
  await expect(bens.dialog).toContainText('Nothing waits.')
  await bens.dialog.getByRole('button', { name: /^Correct now/ }).click()
  await expect(bens.dialog.getByRole('alert')).toContainText(`${ada} updated this story meanwhile`)
  await expect(bens.dialog.getByRole('alert')).toContainText('Below stands what would change for them now.')
  expect(await (await request.get(path)).text()).not.toContain('It said nothing of the hour.')
  await bens.dialog.getByRole('button', { name: /^Correct all the same/ }).click()
  await expect(bens.dialog).toContainText('Live at')
  await bens.dialog.getByRole('button', { name: 'Close' }).click()
  expect(await (await request.get(path)).text()).toContain('It said nothing of the hour.')

  // Nor does he take away what he has not seen.
  await bens.panel.getByRole('button', { name: 'Withdraw…' }).click()
  await screen.type(screen.body, ' Or ten.')
  await screen.saved()
  await screen.publish()
  await expect(bens.bar).toContainText('Live since')
  const withdraw = bens.dialog.getByRole('button', { name: /^Withdraw “/ })
  await withdraw.click()
  await expect(bens.dialog.getByRole('alert')).toContainText(`${ada} updated this story meanwhile`)
  expect((await request.get(path)).status()).toBe(200)
  await withdraw.click()
  await expect(bens.panel.getByRole('button', { name: 'Put back as it was…' })).toBeVisible()
  expect((await request.get(path)).status()).toBe(410)
})
