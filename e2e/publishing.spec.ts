import type { Page } from '@playwright/test'

import { axeFindings } from './support/axe'
import { addSection, editScreen } from './support/desk'
import { admin, expect, test } from './support/test'

test.beforeEach(async ({ page, enter }) => enter(page, admin))

/** A story with all that it needs, in a section of its own. @returns its screen, and its id */
async function aStory(page: Page, section: string, headline: string) {
  await addSection(page, section)
  const screen = editScreen(page)
  const address = await screen.begin()
  await screen.type(screen.headline, headline)
  await screen.chooseSection(section)
  await screen.addByline(admin.name)
  await screen.type(screen.body, 'At five.')
  await screen.saved()
  return { screen, id: address.split('/').pop() ?? '' }
}

test('a story under embargo waits; it is scheduled as it is seen, and what is typed later does not slip in @postgres', async ({
  page,
  request,
  press,
}) => {
  const { screen, id } = await aStory(page, 'Embankments', 'Weir holds')
  const { panel, dialog, bar } = screen

  await test.step('an embargo forbids, until it is lifted', async () => {
    await panel.getByRole('button', { name: 'Embargo…' }).click()
    await dialog.getByRole('radio', { name: 'Until somebody lifts it' }).check()
    await dialog.getByRole('button', { name: 'Embargo until it is lifted' }).click()
    await expect(dialog.getByLabel('Whose it is, and why')).toHaveAccessibleDescription(/Say whose embargo it is/)
    await dialog.getByLabel('Whose it is, and why').fill('River board, until Friday')
    await dialog.getByRole('button', { name: 'Embargo until it is lifted' }).click()
    await expect(panel).toContainText('River board, until Friday')
    await bar.getByRole('button', { name: /^Publish…/ }).click()
    await dialog.getByRole('button', { name: /^Publish now/ }).click()
    await expect(dialog).toContainText('under embargo until it is lifted')
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await panel.getByRole('button', { name: 'Lift it…' }).click()
    await dialog.getByRole('button', { name: 'Lift it' }).click()
    await expect(panel.getByRole('button', { name: 'Embargo…' })).toBeVisible()
  })

  await test.step('an hour is typed as one says it', async () => {
    await bar.getByRole('button', { name: /^Publish…/ }).click()
    await dialog.getByRole('button', { name: 'At a time…' }).click()
    const when = dialog.getByLabel('When readers get it')
    await when.fill('some day')
    await expect(when).toHaveAccessibleDescription(/no time that Stet can read/)
    await when.fill('tomorrow 6am')
    await expect(dialog.getByRole('button', { name: /^Schedule for tomorrow 06:00/ })).toBeVisible()
    expect(await axeFindings(page, 'the dialog')).toEqual([])
    await page.keyboard.press('Control+Enter')
    await expect(dialog).toContainText('Later edits will not slip in.')
    await dialog.getByRole('button', { name: 'Close' }).click()
    await expect(panel).toContainText('Scheduled tomorrow 06:00')
    await expect(panel).toContainText('Later edits will not slip in.')
  })

  await test.step('what is typed later is told at once, beside what is pinned, and no more once it is taken back', async () => {
    await screen.type(screen.headline, ' no more')
    await expect(panel).toContainText('The story has changed since.')
    await expect(panel).toContainText('Headline')
    await panel.getByRole('button', { name: 'Show what changed since…' }).click()
    await expect(dialog.locator('ins')).toHaveText('no more')
    await dialog.getByRole('button', { name: 'Close' }).click()
    await screen.headline.press('ControlOrMeta+z')
    await expect(panel).toContainText('Later edits will not slip in.')
    await screen.headline.press('ControlOrMeta+Shift+z')
    await expect(panel).toContainText('The story has changed since.')
    await screen.saved()
  })

  await test.step('at its hour readers have what was seen then, and the screen says so', async () => {
    expect((await request.get('/embankments/weir-holds')).status()).toBe(404)
    await press.hasten(id)
    await expect(bar).toContainText('Live since')
    const live = await request.get('/embankments/weir-holds')
    expect(await live.text()).toContain('Weir holds')
    expect(await live.text()).not.toContain('no more')
  })
})

test('an update says what kind it is; a correction tells readers; what was withdrawn is put back', async ({
  page,
  request,
}) => {
  const { screen } = await aStory(page, 'Canals', 'Lock opens')
  const { panel, dialog, bar } = screen
  const read = async () => (await request.get('/canals/lock-opens')).text()
  await screen.publish()
  await screen.type(screen.body, ' Not at four.')
  await screen.saved()

  await test.step('which kind is asked, and of a correction what was wrong', async () => {
    await bar.getByRole('button', { name: /^Update…/ }).click()
    await dialog.getByRole('button', { name: /^Update now/ }).click()
    await expect(dialog.getByRole('alert')).toHaveText('Say what it is.')
    await dialog.getByRole('radio', { name: /^Correction/ }).check()
    await dialog.getByRole('button', { name: /^Correct now/ }).click()
    const note = dialog.getByLabel('Note to readers')
    await expect(note).toHaveAccessibleDescription(/Tell readers what was wrong/)
    await note.fill('An earlier version said four.')
    expect(await axeFindings(page, 'the dialog')).toEqual([])
    await dialog.getByRole('button', { name: /^Correct now/ }).click()
    await expect(dialog).toContainText('Live at /canals/lock-opens')
    await dialog.getByRole('button', { name: 'Close' }).click()
    expect(await read()).toContain('An earlier version said four.')
  })

  await test.step('a version is closed to readers, with a reason, and opened again', async () => {
    const versions = async () => (await request.get('/canals/lock-opens/versions')).text()
    await panel.getByText('Corrections and versions').click()
    await expect(panel.getByRole('region', { name: /^Correction, / })).toContainText('An earlier version said four.')
    await expect(panel.getByRole('list', { name: 'Versions that readers may compare' })).toContainText(
      'Version 2: correction',
    )
    await panel.getByRole('button', { name: 'Close version 1…' }).click()
    await panel.getByLabel('Why version 1 is closed').selectOption('Legal')
    expect(await axeFindings(page, 'the panel')).toEqual([])
    await panel.getByRole('button', { name: 'Close it to readers' }).click()
    await expect(panel.getByRole('button', { name: 'Open version 1 again' })).toBeVisible()
    expect(await versions()).toContain('closed')
    await panel.getByRole('button', { name: 'Open version 1 again' }).click()
    await expect(panel.getByRole('button', { name: 'Close version 1…' })).toBeVisible()
    expect(await versions()).not.toContain('closed')
  })

  await test.step('withdrawn without a note, and put back as it was', async () => {
    await panel.getByRole('button', { name: 'Withdraw…' }).click()
    await dialog.getByRole('button', { name: /^Withdraw/ }).click()
    await expect(panel.getByRole('button', { name: 'Put back as it was…' })).toBeVisible()
    expect((await request.get('/canals/lock-opens')).status()).toBe(410)
    await panel.getByRole('button', { name: 'Put back as it was…' }).click()
    await dialog.getByRole('button', { name: 'Put it back' }).click()
    await expect(bar).toContainText('Live since')
    expect(await read()).toContain('An earlier version said four.')
  })
})

test('where corrected words may still stand is listed, and ticked off', async ({ page }) => {
  const { screen } = await aStory(page, 'Dredgers', 'Barge sinks')
  const { panel, dialog, bar } = screen
  const wrong = ' The harbour master counted eleven barges'
  await screen.type(screen.body, wrong)
  await screen.saved()
  await screen.publish()
  const address = page.url()
  // Another story says the same.
  await screen.begin()
  await screen.type(screen.headline, 'Basin full')
  await screen.type(screen.body, wrong)
  await screen.saved()

  await page.goto(address)
  await screen.type(screen.body, '')
  await screen.keys('Control+Shift+ArrowLeft', 'Control+Shift+ArrowLeft', 'seven barges')
  await screen.saved()
  await bar.getByRole('button', { name: /^Update…/ }).click()
  await dialog.getByRole('radio', { name: /^Correction/ }).check()
  await dialog.getByLabel('Note to readers').fill('There were seven, not eleven.')
  await dialog.getByRole('button', { name: /^Correct now/ }).click()
  await expect(dialog.getByRole('checkbox', { name: /Basin full, on the desk/ })).toBeVisible()
  expect(await axeFindings(page, 'the dialog')).toEqual([])
  await dialog.getByRole('button', { name: 'Close' }).click()

  await panel.getByText('Corrections and versions').click()
  const place = panel.getByRole('checkbox', { name: /Basin full, on the desk/ })
  await expect(place).toBeVisible()
  await place.check()
  await expect(panel).toContainText(`Seen to by ${admin.name}`)
  await page.reload()
  await panel.getByText('Corrections and versions').click()
  await expect(place).toBeChecked()
  await place.uncheck()
  await expect(panel).not.toContainText('Seen to by')
})

test('while the clock is in doubt what is planned waits, until an editor says that it is right', async ({
  page,
  press,
  request,
}) => {
  const { screen, id } = await aStory(page, 'Pumps', 'Pump stops')
  const { dialog, panel, bar } = screen
  await bar.getByRole('button', { name: /^Publish…/ }).click()
  await dialog.getByRole('button', { name: 'At a time…' }).click()
  await dialog.getByLabel('When readers get it').fill('tomorrow 6am')
  await dialog.getByRole('button', { name: /^Schedule for tomorrow 06:00/ }).click()
  await expect(dialog).toContainText('Later edits will not slip in.')
  await press.doubtClock(3_600_000)
  try {
    await press.hasten(id)
    await page.reload()
    await expect(panel).toContainText('The server’s clock has jumped. This waits.')
    await page.goto('/desk')
    await expect(page.getByRole('alert').filter({ hasText: 'clock' })).toContainText('It went forward by 1 h.')
    expect(await axeFindings(page, 'the desk')).toEqual([])
    expect((await request.get('/pumps/pump-stops')).status()).toBe(404)
  } finally {
    await page.getByRole('button', { name: 'The clock is right…' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'It is right' }).click()
  }
  await expect(page.getByText('The server’s clock has jumped.')).toHaveCount(0)
  await expect(async () => expect((await request.get('/pumps/pump-stops')).status()).toBe(200)).toPass()
})
