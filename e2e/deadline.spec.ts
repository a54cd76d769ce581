import type { Page } from '@playwright/test'

import { addSection, editScreen } from './support/desk'
import { admin, expect, test } from './support/test'

test.beforeEach(async ({ page, enter }) => enter(page, admin))

async function aStory(page: Page, section: string, headline: string) {
  await addSection(page, section)
  const screen = editScreen(page)
  await screen.begin()
  await screen.fit(headline, section, admin.name)
  await screen.type(screen.body, 'At five.')
  await screen.saved()
  return screen
}

/** The next night in which an hour comes twice in London, as one types it. */
function longNight(now = new Date()): string {
  const lastSunday = (year: number) => 31 - new Date(Date.UTC(year, 9, 31)).getUTCDay()
  const year = now.getUTCFullYear()
  const over = now.getTime() >= Date.UTC(year, 9, lastSunday(year))
  return `${lastSunday(over ? year + 1 : year)} october ${over ? year + 1 : year}`
}

test('by keyboard alone: from the text to an hour, another hour and back, and the focus is never lost', async ({
  page,
}) => {
  test.slow()
  const screen = await aStory(page, 'Jetties', 'Jetty shut')
  const { dialog, panel, body, headline } = screen
  const when = dialog.getByLabel('When readers get it')
  const nowhere = page.locator('body:focus, body:not(:has(:focus))')

  await test.step('the key of the act works while one writes, and comes back there', async () => {
    for (const box of [headline, screen.standfirst, body]) {
      await box.click()
      await page.keyboard.press('Control+Enter')
      await expect(dialog).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(box).toBeFocused()
    }
    await expect(body.locator('> p')).toHaveText(['At five.'])
  })

  await test.step('an hour is asked for where one types it; what is over is said before anything is sent', async () => {
    await page.keyboard.press('Control+Enter')
    await dialog.getByRole('button', { name: 'At a time…' }).press('Enter')
    await expect(when).toBeFocused()
    await page.keyboard.press('Control+Enter')
    await expect(when).toHaveAccessibleDescription(/Type an hour/)
    await page.keyboard.type('yesterday 6am')
    await expect(when).toHaveAccessibleDescription(/This hour is over/)
    await expect(dialog.getByRole('button', { name: 'Schedule…' })).toBeVisible()
    // The key before it is read is no mistake of who types.
    await when.fill('tomorrow 6am')
    await page.keyboard.press('Control+Enter')
    await expect(when).not.toHaveAccessibleDescription(/Type an hour/)
    await expect(dialog.getByRole('button', { name: /^Schedule for tomorrow 06:00/ })).toBeVisible()
    await page.keyboard.press('Control+Enter')
    await expect(dialog).toContainText('Later edits will not slip in.')
    await page.keyboard.press('Enter')
    await expect(body).toBeFocused()
  })

  await test.step('what was pressed is gone: its part of the screen has the focus', async () => {
    await panel.getByRole('button', { name: 'Change the hour…' }).press('Enter')
    await expect(dialog.getByLabel('When', { exact: true })).toHaveValue(/^\d{4}-\d\d-\d\d 06:00$/)
    await dialog.getByLabel('When', { exact: true }).fill('tomorrow 7am')
    await expect(dialog.getByRole('button', { name: /^Schedule for tomorrow 07:00/ })).toBeVisible()
    await page.keyboard.press('Control+Enter')
    await expect(panel).toContainText('Scheduled tomorrow 07:00')
    await expect(panel.getByRole('button', { name: 'Change the hour…' })).toBeFocused()
    await panel.getByRole('button', { name: 'Take off…' }).press('Enter')
    await dialog.getByRole('button', { name: 'Take it off' }).press('Enter')
    await expect(panel).not.toContainText('Scheduled')
    await expect(nowhere).toHaveCount(0)
    await page.keyboard.press('Tab')
    await expect(panel.getByRole('button', { name: 'Embargo…' })).toBeFocused()
  })

  await test.step('an embargo is told before the act is tried', async () => {
    await page.keyboard.press('Enter')
    await page.keyboard.type('tomorrow 9am')
    await expect(dialog.getByRole('button', { name: /^Embargo until tomorrow/ })).toBeVisible()
    await page.keyboard.press('Control+Enter')
    await expect(dialog.getByLabel('Whose it is, and why')).toBeFocused()
    await page.keyboard.type('Harbour office')
    await page.keyboard.press('Control+Enter')
    await expect(panel).toContainText('Harbour office. Set by')
    await expect(nowhere).toHaveCount(0)
    await body.click()
    await page.keyboard.press('Control+Enter')
    await expect(dialog).toContainText(/Under embargo until tomorrow 09:00 \w+, set by .*: Harbour office/)
  })
})

test('on a phone what is missing is gone to, and an hour that comes twice is asked within the screen', async ({
  page,
}) => {
  test.slow()
  const screen = await aStory(page, 'Slipways', 'Slip open')
  const { dialog, body } = screen
  await screen.publish()
  await screen.type(body, ` ${'And the next line of it. '.repeat(40)}`)
  await screen.saved()
  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByRole('button', { name: 'Read changes and update' }).click()
  await dialog.getByRole('button', { name: /^Update now/ }).click()
  await expect(dialog.getByRole('radio', { name: /^Typing error/ })).toBeFocused()
  await expect(dialog.getByRole('alert')).toBeInViewport({ ratio: 1 })
  await dialog.getByRole('radio', { name: /^Correction/ }).check()
  await expect(dialog.getByRole('alert')).toHaveCount(0)
  await dialog.getByRole('button', { name: /^Correct now/ }).click()
  const note = dialog.getByLabel('Note to readers')
  await expect(note).toBeFocused()
  await expect(note).toHaveAccessibleDescription(/Tell readers what was wrong/)
  await note.fill('There was no slip.')
  await expect(note).not.toHaveAccessibleDescription(/Tell readers/)

  await dialog.getByRole('button', { name: 'At a time…' }).click()
  await dialog.getByLabel('When readers get it').fill(`${longNight()} 01:30`)
  await dialog.getByRole('button', { name: 'The second, 01:30 GMT' }).click({ trial: true })
  expect(
    await dialog.evaluate(
      (one) =>
        [...one.querySelectorAll('*')].filter(
          (part) =>
            part.scrollWidth > part.clientWidth + 1 &&
            part.clientWidth > 0 &&
            getComputedStyle(part).overflowX === 'auto',
        ).length,
    ),
  ).toBe(0)
  await dialog.getByRole('button', { name: 'The second, 01:30 GMT' }).click()
  await expect(dialog.getByLabel('When readers get it')).toBeFocused()
  await expect(dialog.getByRole('button', { name: /^Schedule for .*01:30 GMT/ })).toBeVisible()
})
