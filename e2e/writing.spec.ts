import type { Page } from '@playwright/test'

import { axeFindings } from './support/axe'
import { addSection, editScreen } from './support/desk'
import { admin, expect } from './support/test'
import { test } from './support/two'

const keysOf = (page: Page) => async (all: string[]) => {
  for (const one of all)
    await (/^(Enter|Escape|Home|End|Tab|F\d|Arrow\w+|(Alt|Control|Shift)\+\S+)$/.test(one)
      ? page.keyboard.press(one)
      : page.keyboard.type(one))
}

test('@ names people and topics, which lead to their pages; a topic is offered to the story', async ({
  page,
  signIn,
}) => {
  await signIn(page, admin)
  await addSection(page, 'Sluices')
  const screen = editScreen(page)
  const keys = keysOf(page)
  await screen.begin()
  await screen.type(screen.headline, 'Weirs hold again')
  await screen.chooseSection('Sluices')
  await screen.addTopic('Harl barrage')
  await screen.panel.getByRole('button', { name: 'Remove Harl barrage' }).click()
  await screen.addByline(admin.name)
  await screen.body.click()
  await keys(['Ask @petra'])
  const menu = page.getByRole('listbox', { name: 'People and topics' })
  await expect(menu.getByRole('option')).toHaveText([/Petra Kell\/bylines\/petra-kell/])
  expect(await axeFindings(page, 'the menu of people')).toEqual([])
  await keys(['Enter', ' twice. @harl b'])
  await expect(menu.getByRole('option')).toHaveText([/Harl barrageTopic/])
  await keys(['Tab', ' held. Mail orla@weir.example @', 'Escape', 'nobody', 'Enter', 'Next.'])
  await expect(screen.body.locator('p')).toHaveText([
    'Ask Petra Kell twice. Harl barrage held. Mail orla@weir.example @nobody',
    'Next.',
  ])
  const offer = page.getByText('“Harl barrage” is not among the story’s topics yet.')
  await expect(offer).toBeVisible()
  await keys(['Alt+F10', 'Enter'])
  await expect(screen.panel.getByRole('button', { name: 'Remove Harl barrage' })).toBeVisible()
  await expect(offer).toBeHidden()
  await expect(screen.body).toBeFocused()
  await screen.saved()
  await screen.publish()
  await page.goto('/sluices/weirs-hold-again')
  await page.locator('.text').getByRole('link', { name: 'Petra Kell' }).click()
  await expect(page).toHaveURL(/\/bylines\/petra-kell$/)
})

test('quotes and dashes come out as the paper writes them, undo gives the keys back, and one may turn it off', async ({
  page,
  signIn,
}) => {
  await signIn(page, admin)
  const screen = editScreen(page)
  const keys = keysOf(page)
  const address = await screen.begin()
  await screen.headline.click()
  await keys(['"Gates" held', 'Enter', "Don't -- the '90s...", 'Enter'])
  await expect(screen.headline).toHaveText('“Gates” held')
  await expect(screen.standfirst).toHaveText('Don’t – the ’90s…')
  await keys(['He said "', 'Control+z'])
  await expect(screen.body).toHaveText('He said "')
  await keys(['so" -- https://weir.example/it--is?a="b" '])
  await expect(screen.body).toHaveText('He said "so” – https://weir.example/it--is?a="b" ')
  for (const box of [screen.headline, screen.standfirst, screen.body]) {
    await expect(box).toHaveAttribute('lang', 'en-GB')
    await expect(box).toHaveAttribute('spellcheck', 'true')
    await expect(box).toHaveAttribute('dir', 'ltr')
  }
  await screen.saved()
  await page.goto('/account')
  await page.getByLabel('Curly quotes, dashes and ellipses as you type').uncheck()
  await screen.open(address)
  await screen.type(screen.body, '"so" -- so...')
  await expect(screen.body).toContainText('"so" -- so...')
})
