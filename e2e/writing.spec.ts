import { axeFindings } from './support/axe'
import { addSection, editScreen } from './support/desk'
import { admin, expect, test } from './support/test'

test('@ names people and topics, which lead to their pages; a topic is offered to the story', async ({
  page,
  enter,
}) => {
  await enter(page, admin)
  await addSection(page, 'Sluices')
  const screen = editScreen(page)
  await screen.begin()
  await screen.addTopic('Harl barrage')
  await screen.panel.getByRole('button', { name: 'Remove Harl barrage' }).click()
  await screen.fit('Weirs hold again', 'Sluices', admin.name)
  await screen.body.click()
  await screen.keys('Ask @petra')
  const menu = page.getByRole('listbox', { name: 'People and topics' })
  await expect(menu.getByRole('option')).toHaveText([/Petra Kell\/bylines\/petra-kell/])
  expect(await axeFindings(page, 'the menu of people')).toEqual([])
  await screen.keys('Enter', ' twice. @harl b')
  await expect(menu.getByRole('option')).toHaveText([/Harl barrageTopic/])
  await screen.keys('Tab', ' held. Mail orla@weir.example @', 'Escape', 'nobody', 'Enter', 'Next.')
  await expect(screen.body.locator('p')).toHaveText([
    'Ask Petra Kell twice. Harl barrage held. Mail orla@weir.example @nobody',
    'Next.',
  ])
  const offer = page.getByText('“Harl barrage” is not among the story’s topics yet.')
  await expect(offer).toBeVisible()
  await screen.keys('Alt+F10', 'Enter')
  await expect(screen.panel.getByRole('button', { name: 'Remove Harl barrage' })).toBeVisible()
  await expect(offer).toBeHidden()
  await expect(screen.body).toBeFocused()
  await screen.saved()
  await screen.publish()
  await page.goto('/sluices/weirs-hold-again')
  await page.locator('.text').getByRole('link', { name: 'Petra Kell' }).click()
  await expect(page).toHaveURL(/\/bylines\/petra-kell$/)
})

test('words are linked to a story of ours, to an address, by pasting one; unsafe ones are named', async ({
  page,
  signIn,
}) => {
  await signIn(page, admin)
  await addSection(page, 'Weirs')
  const screen = editScreen(page)
  await screen.begin()
  await screen.fit('Lock four reopens', 'Weirs', admin.name)
  await screen.type(screen.body, 'It did.')
  await screen.saved()
  await screen.publish()
  await screen.begin()
  await screen.type(screen.headline, 'Lock five waits')
  await screen.saved()

  await screen.begin()
  await screen.body.click()
  await screen.keys('See lock four', 'Control+Shift+ArrowLeft', 'Control+Shift+ArrowLeft', 'Control+k', 'lock')
  const rows = screen.dialog.getByRole('option')
  await expect(rows).toHaveText([/Lock four reopens.*live/, /Lock five waits.*Not published yet/])
  expect(await axeFindings(page, 'the link dialog')).toEqual([])
  await screen.keys('Enter')
  const links = screen.body.getByRole('link')
  await expect(links).toHaveAttribute('href', '/weirs/lock-four-reopens')
  await expect(links).toHaveText('lock four')

  await screen.keys('ArrowRight', ' and ')
  await screen.keys('Control+k', 'javascript:alert(1)')
  await expect(screen.dialog.getByRole('alert')).toHaveText(/^Not safe: a “javascript:”/)
  await screen.keys('Enter')
  await expect(screen.dialog).toBeVisible()
  await screen.keys('Control+a', 'weir.example/gates', 'Enter')
  await expect(links.last()).toHaveAttribute('href', 'https://weir.example/gates')

  await screen.keys(' then three', 'Control+Shift+ArrowLeft')
  await screen.paste(`${new URL(page.url()).origin}/weirs?utm_source=x`)
  await expect(links.last()).toHaveText('three')
  await expect(links.last()).toHaveAttribute('href', '/weirs')
  await screen.keys('ArrowLeft', 'ArrowRight', 'Control+k')
  await expect(screen.dialog.getByRole('combobox')).toHaveValue('/weirs')
  await expect(screen.dialog.getByRole('link', { name: 'Open' })).toHaveAttribute('href', /^http:.*\/weirs$/)
  await screen.dialog.getByRole('button', { name: 'Remove link' }).click()
  await expect(links).toHaveCount(2)
  await expect(screen.body).toBeFocused()
  await screen.saved()
})

test('quotes and dashes come out as the paper writes them, undo gives the keys back, and one may turn it off', async ({
  page,
  enter,
}) => {
  await enter(page, admin)
  const screen = editScreen(page)
  const address = await screen.begin()
  await screen.headline.click()
  await screen.keys('"Gates" held', 'Enter', "Don't -- the '90s...", 'Enter')
  await expect(screen.headline).toHaveText('“Gates” held')
  await expect(screen.standfirst).toHaveText('Don’t – the ’90s…')
  await screen.keys('He said "', 'Control+z')
  await expect(screen.body).toHaveText('He said "')
  await screen.keys('so" -- https://weir.example/it--is?a="b" ')
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

test('special characters are found by name and by the arrows, the last ones first', async ({ page, signIn }) => {
  await signIn(page, admin)
  const screen = editScreen(page)
  await screen.begin()
  await screen.headline.click()
  await screen.keys('Up 2', 'Control+Shift+x', '1/2')
  await expect(screen.dialog.getByRole('status')).toHaveText('1 found')
  expect(await axeFindings(page, 'special characters')).toEqual([])
  await screen.keys('Enter', ' again', 'Enter', 'Enter', '/special', 'Enter')
  await expect(screen.headline).toHaveText('Up 2½ again')
  await expect(screen.dialog.getByRole('rowheader').first()).toHaveText('Used last')
  await screen.keys('ArrowDown', 'ArrowDown', 'ArrowRight', 'End', 'Home', 'ArrowRight', 'Enter', ' and so')
  await expect(screen.body).toHaveText('— and so')
  await screen.keys('Control+Shift+x', 'ArrowDown', 'ArrowRight', 'Escape', ' on')
  await expect(screen.body).toHaveText('— and so on')
})

test('words are found in speakers and titles too; what was replaced in headline and text is one undo', async ({
  page,
  signIn,
}) => {
  await signIn(page, admin)
  const screen = editScreen(page)
  await screen.begin()
  await screen.type(screen.headline, 'Fen lock')
  await screen.body.click()
  await screen.keys('/fact', 'Enter', 'The lock', 'Enter', 'A lock.', 'Enter', 'Enter')
  await screen.keys('/pull', 'Enter', 'It held', 'Tab', 'The lock-keeper')
  await expect(page.getByLabel('Speaker of the pull quote')).toHaveValue('The lock-keeper')
  await screen.keys('Control+f', 'lock')
  const bar = page.getByRole('search', { name: 'In this story' })
  await expect(bar.getByRole('status')).toHaveText(/of 4$/)
  await screen.keys('Control+h')
  await bar.getByLabel('Replace with').fill('sluice')
  await bar.getByRole('button', { name: 'Replace all' }).click()
  await expect(bar.getByRole('status')).toHaveText('4 replaced')
  await expect(screen.headline).toHaveText('Fen sluice')
  await expect(page.getByLabel('Title of the fact box')).toHaveValue('The sluice')
  await expect(page.getByLabel('Speaker of the pull quote')).toHaveValue('The sluice-keeper')
  await bar.getByLabel('Find', { exact: true }).fill('keeper')
  await expect(page.locator('.found-now-block')).toHaveCount(1)
  await screen.keys('Escape')
  await expect(page.getByLabel('Speaker of the pull quote')).toBeFocused()
  await screen.headline.click()
  await screen.keys('Control+z')
  await expect(screen.headline).toHaveText('Fen lock')
  await expect(screen.body).toContainText('A lock.')
  await expect(page.getByLabel('Title of the fact box')).toHaveValue('The lock')
  await screen.keys('Control+y')
  await expect(screen.body).toContainText('A sluice.')
})
