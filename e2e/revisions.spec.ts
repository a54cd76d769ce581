import type { Page } from '@playwright/test'

import { axeFindings, overflow } from './support/axe'
import { addSection, editScreen } from './support/desk'
import { admin, expect } from './support/test'
import { test } from './support/two'

const history = (page: Page) => page.getByRole('tabpanel', { name: 'History' })

async function keep(page: Page, name: string) {
  await history(page).getByLabel('Keep this version as').fill(name)
  await history(page).getByRole('button', { name: 'Keep' }).click()
  await expect(history(page).getByRole('listitem').filter({ hasText: name })).toBeVisible()
}

test('a named version is compared and restored while a colleague goes on typing', async ({ twoInOneStory }) => {
  const { people } = await twoInOneStory({ fit: true })
  const [{ screen, name: ada }, { screen: bens, name: ben }] = people
  const { page, dialog } = screen
  await page.getByRole('tab', { name: 'History' }).click()
  await keep(page, 'Before the lawyer')

  await screen.type(screen.headline, ' talks fail')
  await screen.type(screen.body, ' Nobody knows who counts.')
  await page.keyboard.press('Enter')
  await page.keyboard.type('The harbour is closed.')
  await screen.saved()

  // Side by side, then in one, then walked by keys.
  await page.getByRole('button', { name: 'Compare revision' }).first().click()
  await dialog.getByRole('button', { name: 'Side by side' }).click()
  const headline = dialog.getByRole('region', { name: 'headline, changed' })
  await expect(headline.locator('[data-side=was]')).not.toContainText('talks fail')
  await expect(headline.locator('[data-side=is] ins')).toHaveText('talks fail')
  await dialog.getByRole('button', { name: 'In one' }).click()
  const paragraph = dialog.getByRole('region', { name: 'paragraph 1, changed' })
  await expect(paragraph).toContainText('The crews vote on Friday. Nobody knows who counts.')
  await expect(paragraph.locator('ins')).toHaveText('Nobody knows who counts.')
  await expect(dialog.getByRole('region', { name: 'paragraph 2, new' })).toContainText('The harbour is closed.')
  await page.keyboard.press('n')
  await expect(headline).toBeFocused()
  // The address follows the headline, and is a change of its own beside it.
  await page.keyboard.press('p')
  await expect(dialog.getByRole('definition').filter({ hasText: '-talks-fail' })).toBeFocused()
  await page.keyboard.press('p')
  await expect(dialog.getByRole('region', { name: 'paragraph 2, new' })).toBeFocused()

  // Ben types on while it is restored. What the server had by then is part of what stood; all that comes after stays.
  await bens.standfirst.click()
  const typing = bens.page.keyboard.type('Ben is typing all the while.', { delay: 60 })
  await dialog.getByRole('button', { name: 'Restore revision 1…' }).click()
  await expect(dialog).toContainText('Headline')
  await expect(dialog).toContainText(`${ben} is in the story`)
  await dialog.getByRole('button', { name: 'Restore', exact: true }).click()
  await expect(dialog).toHaveCount(0)
  await typing
  await expect(bens.headline).not.toContainText('talks fail')
  await bens.page.keyboard.type(' Still here.')
  for (const { headline, body, standfirst, saved } of [screen, bens]) {
    await saved()
    await expect(headline).not.toContainText('talks fail')
    await expect(body).toHaveText('The crews vote on Friday.')
    await expect(standfirst).toHaveText(/Still here\.$/)
  }
  await expect(bens.standfirst).toBeFocused()

  // What stood is a version of its own, and comes back.
  await history(page)
    .getByRole('button', { name: /^Undo: restore revision/ })
    .click()
  await dialog.getByRole('button', { name: 'Restore', exact: true }).click()
  await expect(dialog).toHaveCount(0)
  await expect(bens.headline).toContainText('talks fail')
  await expect(bens.body).toContainText('The harbour is closed.')
  await expect(history(page).getByRole('listitem').filter({ hasText: 'Before revision 1 was restored' })).toContainText(
    ada,
  )
})

test('what readers see is compared with the working copy, its fields too, on a phone and in the dark', async ({
  twoInOneStory,
}) => {
  const { people } = await twoInOneStory({ fit: true })
  const [{ screen }] = people
  const { page, panel, dialog } = screen
  await screen.publish()
  await panel.getByLabel('Dateline').fill('Harl')
  await panel.getByLabel('Dateline').press('Tab')
  await screen.type(screen.body, ' It is over.')
  await screen.saved()
  await page.getByRole('tab', { name: 'History' }).click()
  await expect(history(page).getByRole('listitem').first()).toContainText('Readers see this')
  expect(await axeFindings(page, 'history')).toEqual([])
  await history(page).getByRole('button', { name: 'Compare with what readers see' }).click()
  await expect(dialog.locator('dd del')).toHaveText('none')
  await expect(dialog.locator('dd ins')).toHaveText('Harl')
  await expect(dialog.getByRole('region', { name: 'paragraph 1, changed' }).locator('ins')).toHaveText('It is over.')
  expect(await axeFindings(page, 'compare')).toEqual([])
  await page.setViewportSize({ width: 390, height: 800 })
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await overflow(page)).toBe(0)
  expect(await axeFindings(page, 'compare, phone, dark')).toEqual([])
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await page.setViewportSize({ width: 1280, height: 800 })
  // One field of a version alone.
  await history(page).getByRole('button', { name: 'Restore revision 1' }).click()
  await dialog.getByLabel('The text').uncheck()
  await dialog.getByRole('button', { name: 'Restore', exact: true }).click()
  await expect(dialog).toHaveCount(0)
  await page.getByRole('tab', { name: 'Publish' }).click()
  await expect(panel.getByLabel('Dateline')).toHaveValue('')
  await expect(screen.body).toContainText('It is over.')
})

test('the address follows the headline in the working copy too, however soon the section is chosen after it', async ({
  page,
  signIn,
}) => {
  await signIn(page, admin)
  await addSection(page, 'Moorings')
  const screen = editScreen(page)
  await screen.begin()
  await screen.type(screen.headline, 'Lock six opens at once')
  await screen.chooseSection('Moorings')
  await screen.type(screen.headline, ' and stays so')
  await page.getByRole('tab', { name: 'History' }).click()
  await keep(page, 'As it stands')
  await history(page).getByRole('button', { name: 'Compare revision' }).first().click()
  await expect(screen.dialog).toContainText('Both say the same.')
})
