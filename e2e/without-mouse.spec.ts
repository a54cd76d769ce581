import type { Page } from '@playwright/test'

import { axeFindings } from './support/axe'
import { editScreen } from './support/desk'
import { admin, expect, test } from './support/test'

/** Controls that a finger could miss: smaller than 24 pixels either way. Links in running text may be. */
const smallTargets = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, a[href], input, select, textarea, [role=option], [role=tab]')]
      .filter((one) => one.checkVisibility() && !one.closest('.part-body p, .sr-only'))
      .map((one) => ({ one, box: (one.closest('label') ?? one).getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
      .map(({ one, box }) => `${one.outerHTML.slice(0, 120)} ${Math.round(box.width)}×${Math.round(box.height)}`),
  )

test('the whole screen by keyboard and by touch, in the system’s colours too, with a name for every control', async ({
  page,
  signIn,
}) => {
  await signIn(page, admin)
  const screen = editScreen(page)
  await screen.begin()
  await screen.type(screen.headline, 'Gates close')
  await screen.body.click()
  await screen.keys('/quote', 'Enter', 'It held', 'Tab', 'Enter', 'Orla Fenn', 'Tab', 'the lock-keeper', 'Enter')
  await screen.keys('Enter', 'Enter', '/fact', 'Enter', 'The gates', 'Enter', '- one', 'Enter', 'two')
  await screen.keys('Tab')
  await expect(screen.body.locator('li li')).toHaveText('two')
  await screen.keys('Shift+Tab', 'Escape', 'Tab')
  await expect(screen.body.locator('li')).toHaveText(['one', 'two'])
  await expect(screen.body).not.toBeFocused()
  await screen.body.locator('li').last().click()
  await screen.keys('Escape', 'Shift+Tab')
  await expect(screen.body).not.toBeFocused()
  await screen.headline.click()
  await screen.keys('Tab')
  await expect(screen.standfirst).toBeFocused()
  expect(await page.locator('[data-save]').getAttribute('role')).toBe('status')

  await screen.body.locator('li').last().click()
  await screen.keys('Shift+Home', 'Control+f')
  expect(await axeFindings(page, 'the edit screen')).toEqual([])
  expect(await smallTargets(page)).toEqual([])
  await page.emulateMedia({ forcedColors: 'active' })
  expect(await axeFindings(page, 'in the system’s colours')).toEqual([])
  await screen.keys('Escape', 'Control+/')
  await expect(screen.dialog).toBeVisible()
  expect(await smallTargets(page)).toEqual([])
  await screen.keys('Escape')
  await page.emulateMedia({ forcedColors: 'none' })
  await page.setViewportSize({ width: 390, height: 844 })
  await screen.body.locator('li').last().click()
  await screen.keys('End', 'Enter', 'Enter', '@pe')
  await page.getByRole('listbox', { name: 'People and topics' }).waitFor()
  expect(await smallTargets(page)).toEqual([])
  expect(await axeFindings(page, 'on a phone')).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
})
