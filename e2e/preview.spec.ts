import type { Browser } from '@playwright/test'

import { axeFindings, overflow } from './support/axe'
import { addSection, editScreen } from './support/desk'
import { admin, expect, test } from './support/test'

/** A browser of somebody without an account, and without scripts where it is said so. */
const stranger = async (browser: Browser, javaScriptEnabled: boolean) =>
  (await browser.newContext({ javaScriptEnabled, viewport: { width: 390, height: 844 } })).newPage()

test('a lawyer without an account reads one revision by a link, comments on a paragraph and approves it', async ({
  page,
  browser,
  enter,
  server,
}) => {
  test.slow()
  await enter(page, admin)
  await addSection(page, 'Causeways')
  const desk = editScreen(page)
  await desk.begin()
  await desk.fit('Harbour dues rise', 'Causeways', admin.name)
  await desk.type(desk.body, 'The board met on Monday.')
  await desk.keys('Enter', 'It raised the dues.')
  await desk.saved()

  const links = desk.panel.getByRole('list', { name: 'Preview links' })
  await desk.panel.getByText('Preview links').click()
  await desk.panel.getByRole('button', { name: 'Make a link' }).click()
  await expect(desk.panel.getByLabel('For whom')).toHaveAccessibleDescription('Say who it is for.')
  await desk.panel.getByLabel('For whom').fill('The lawyer')
  await desk.panel.getByRole('button', { name: 'Make a link' }).click()
  const address = await desk.panel.getByLabel(/^Preview link to revision/).inputValue()
  expect(address.startsWith(`${server.baseUrl}/preview/`)).toBe(true)
  await expect(links).toContainText('Works until')

  // What is written from now on is not in it.
  await desk.type(desk.body, ' A secret of later.')
  await desk.saved()

  const lawyer = await stranger(browser, false)
  const answer = (await lawyer.goto(address))!
  expect(answer.headers()).toMatchObject({
    'cache-control': 'no-store',
    'x-robots-tag': 'noindex, nofollow',
    'referrer-policy': 'same-origin',
  })
  expect(answer.headers()['content-security-policy']).toContain("default-src 'none'")
  expect(await answer.text()).not.toContain('A secret of later')
  expect(await answer.text()).not.toMatch(/<script(?! type="module"| src="\/look\.js")/)
  await expect(lawyer.getByRole('heading', { level: 1 })).toHaveText('Harbour dues rise')
  await expect(lawyer.getByRole('banner').first()).toContainText(/Preview of revision \d+ – not published – expires/)
  expect(await overflow(lawyer)).toBeLessThanOrEqual(0)

  const remark = lawyer.locator('.remarks', { hasText: 'It raised the dues' })
  await remark.getByText('Comment', { exact: false }).first().click()
  await remark.getByLabel('Your comment').fill('By how much?')
  await remark.getByLabel('Your name').fill('Ada Rhys')
  await remark.getByRole('button', { name: 'Send comment' }).click()
  await expect(lawyer.getByRole('status')).toContainText('The newsroom has your comment')
  await expect(remark).toContainText('By how much?')
  await lawyer.locator('#approval').getByLabel('Your name').fill('Ada Rhys')
  await lawyer.getByRole('button', { name: 'Approve this revision' }).click()
  await expect(lawyer.getByRole('status')).toContainText('The newsroom has your approval')

  const seeing = await stranger(browser, true)
  await seeing.goto(address)
  expect(await axeFindings(seeing, 'the preview')).toEqual([])

  await page.reload()
  await desk.saved()
  await desk.panel.getByText('Preview links').click()
  await expect(links).toContainText('Ada Rhys on “It raised the dues.”')
  await expect(links).toContainText('By how much?')
  await expect(links).toContainText('Ada Rhys approved this revision')
  await links.getByRole('button', { name: 'Show in the text' }).click()
  await expect(desk.body.getByText('It raised the dues')).toBeInViewport()
  await page.goto('/desk/notifications')
  await expect(page.getByRole('list', { name: 'Notifications' })).toContainText(
    'with a preview link approved this story',
  )

  await page.goBack()
  await desk.saved()
  await desk.panel.getByText('Preview links').click()
  await links.getByRole('button', { name: 'Revoke the link for The lawyer' }).click()
  await links.getByRole('button', { name: 'Revoke', exact: true }).click()
  await expect(links).toContainText('Revoked')
  const gone = (await lawyer.goto(address))!
  expect(gone.status()).toBe(404)
  const never = await lawyer.request.get(`${server.baseUrl}/preview/${'x'.repeat(43)}`)
  expect(await gone.text()).toBe(await never.text())

  await desk.panel.getByRole('tab', { name: 'History' }).click()
  await desk.panel.getByText('Who did what').click()
  const acts = desk.panel.getByRole('list', { name: 'Who did what' })
  await expect(acts).toContainText('revoked a preview link')
  await expect(acts).toContainText('was told by preview link that the story is approved')
})
