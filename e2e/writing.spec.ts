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
  enter,
}) => {
  await enter(page, admin)
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

test('words are linked to a story of ours, to an address, by pasting one; unsafe ones are named', async ({
  page,
  signIn,
}) => {
  await signIn(page, admin)
  await addSection(page, 'Weirs')
  const screen = editScreen(page)
  const keys = keysOf(page)
  await screen.begin()
  await screen.type(screen.headline, 'Lock four reopens')
  await screen.chooseSection('Weirs')
  await screen.addByline(admin.name)
  await screen.type(screen.body, 'It did.')
  await screen.saved()
  await screen.publish()
  await screen.begin()
  await screen.type(screen.headline, 'Lock five waits')
  await screen.saved()

  await screen.begin()
  await screen.body.click()
  await keys(['See lock four', 'Control+Shift+ArrowLeft', 'Control+Shift+ArrowLeft', 'Control+k', 'lock'])
  const rows = screen.dialog.getByRole('option')
  await expect(rows).toHaveText([/Lock four reopens.*live/, /Lock five waits.*Not published yet/])
  expect(await axeFindings(page, 'the link dialog')).toEqual([])
  await keys(['Enter'])
  const links = screen.body.getByRole('link')
  await expect(links).toHaveAttribute('href', '/weirs/lock-four-reopens')
  await expect(links).toHaveText('lock four')

  await keys(['ArrowRight', ' and '])
  await keys(['Control+k', 'javascript:alert(1)'])
  await expect(screen.dialog.getByRole('alert')).toHaveText(/^Not safe: a “javascript:”/)
  await keys(['Enter'])
  await expect(screen.dialog).toBeVisible()
  await keys(['Control+a', 'weir.example/gates', 'Enter'])
  await expect(links.last()).toHaveAttribute('href', 'https://weir.example/gates')

  await keys([' then three', 'Control+Shift+ArrowLeft'])
  await screen.paste(`${new URL(page.url()).origin}/weirs?utm_source=x`)
  await expect(links.last()).toHaveText('three')
  await expect(links.last()).toHaveAttribute('href', '/weirs')
  await keys(['ArrowLeft', 'ArrowRight', 'Control+k'])
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

test('special characters are found by name and by the arrows, the last ones first', async ({ page, signIn }) => {
  await signIn(page, admin)
  const screen = editScreen(page)
  const keys = keysOf(page)
  await screen.begin()
  await screen.headline.click()
  await keys(['Up 2', 'Control+Shift+x', '1/2'])
  await expect(screen.dialog.getByRole('status')).toHaveText('1 found')
  expect(await axeFindings(page, 'special characters')).toEqual([])
  await keys(['Enter', ' again', 'Enter', 'Enter', '/special', 'Enter'])
  await expect(screen.headline).toHaveText('Up 2½ again')
  await expect(screen.dialog.getByRole('rowheader').first()).toHaveText('Used last')
  await keys(['ArrowDown', 'ArrowDown', 'ArrowRight', 'End', 'Home', 'ArrowRight', 'Enter', ' and so'])
  await expect(screen.body).toHaveText('— and so')
  await keys(['Control+Shift+x', 'ArrowDown', 'ArrowRight', 'Escape', ' on'])
  await expect(screen.body).toHaveText('— and so on')
})

test('words are found in speakers and titles too; what was replaced in headline and text is one undo', async ({
  page,
  signIn,
}) => {
  await signIn(page, admin)
  const screen = editScreen(page)
  const keys = keysOf(page)
  await screen.begin()
  await screen.type(screen.headline, 'Fen lock')
  await screen.body.click()
  await keys(['/fact', 'Enter', 'The lock', 'Enter', 'A lock.', 'Enter', 'Enter'])
  await keys(['/pull', 'Enter', 'It held', 'Tab', 'The lock-keeper'])
  await expect(page.getByLabel('Speaker of the pull quote')).toHaveValue('The lock-keeper')
  await keys(['Control+f', 'lock'])
  const bar = page.getByRole('search', { name: 'In this story' })
  await expect(bar.getByRole('status')).toHaveText(/of 4$/)
  await keys(['Control+h'])
  await bar.getByLabel('Replace with').fill('sluice')
  await bar.getByRole('button', { name: 'Replace all' }).click()
  await expect(bar.getByRole('status')).toHaveText('4 replaced')
  await expect(screen.headline).toHaveText('Fen sluice')
  await expect(page.getByLabel('Title of the fact box')).toHaveValue('The sluice')
  await expect(page.getByLabel('Speaker of the pull quote')).toHaveValue('The sluice-keeper')
  await bar.getByLabel('Find', { exact: true }).fill('keeper')
  await expect(page.locator('.found-now-block')).toHaveCount(1)
  await keys(['Escape'])
  await expect(page.getByLabel('Speaker of the pull quote')).toBeFocused()
  await screen.headline.click()
  await keys(['Control+z'])
  await expect(screen.headline).toHaveText('Fen lock')
  await expect(screen.body).toContainText('A lock.')
  await expect(page.getByLabel('Title of the fact box')).toHaveValue('The lock')
  await keys(['Control+y'])
  await expect(screen.body).toContainText('A sluice.')
})

test('an input method composes in peace: colleagues’ words wait for it, and nothing is lost or doubled', async ({
  twoInOneStory,
}) => {
  const { people } = await twoInOneStory()
  const [{ screen: adas }, { screen: bens }] = people
  const ime = await adas.page.context().newCDPSession(adas.page)
  const compose = (text: string) =>
    ime.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  const commit = (text: string) => ime.send('Input.insertText', { text })
  const ended = await adas.page.evaluateHandle(() => {
    const count = { ends: 0 }
    document.addEventListener('compositionend', () => (count.ends += 1))
    return count
  })
  const ends = () => ended.evaluate(({ ends }) => ends)

  await adas.type(adas.body, 'The gate ')
  await expect(bens.body).toHaveText('The gate ')
  await compose('す')
  await compose('すい')
  await bens.body.click()
  await keysOf(bens.page)(['Control+Home', '"So" -- '])
  await bens.type(bens.headline, 'Gates')
  await bens.saved()
  await compose('すいも')
  await compose('すいもん')
  await expect(adas.body).toHaveText('The gate すいもん')
  expect(await ends()).toBe(0)
  await commit('水門')
  for (const { body, headline } of [adas, bens]) {
    await expect(body).toHaveText('“So” – The gate 水門')
    await expect(headline).toHaveText('Gates')
  }
  expect(await ends()).toBe(1)

  // Signs of a composition are its own; those that are typed after it are not.
  await compose('"ひ')
  await commit('"ひ"')
  await adas.page.keyboard.type(' "so')
  await expect(adas.body).toHaveText('“So” – The gate 水門"ひ" “so')
  await adas.type(adas.headline, ' of:')
  await expect(bens.headline).toHaveText('Gates of:')
  await compose('みず')
  await bens.type(bens.headline, '!')
  await bens.saved()
  await commit('水')
  for (const { headline } of [adas, bens]) await expect(headline).toHaveText(/^Gates of:(水!|!水)$/)
  await adas.type(adas.body, '')
  await keysOf(adas.page)(['Enter', '/qu'])
  await compose('o')
  await commit('o')
  await keysOf(adas.page)(['Enter', 'Held'])
  await expect(adas.body.locator('blockquote p')).toHaveText('Held')
  // The two at once, each at an end of their own of the same paragraph.
  const [first, firstOfBens] = [adas, bens].map(({ body }) => body.locator('p').first())
  await first!.click()
  await adas.page.keyboard.press('End')
  await firstOfBens!.click()
  await bens.page.keyboard.press('Home')
  await Promise.all([keysOf(adas.page)([' -- "he said"']), keysOf(bens.page)(['"Oh" -- '])])
  for (const { body } of [adas, bens])
    await expect(body.locator('p').first()).toHaveText(/^“Oh” – .*水門.* – .he said.$/)
})

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
  const keys = keysOf(page)
  await screen.begin()
  await screen.type(screen.headline, 'Gates close')
  await screen.body.click()
  await keys(['/quote', 'Enter', 'It held', 'Tab', 'Enter', 'Orla Fenn', 'Tab', 'the lock-keeper', 'Enter'])
  await keys(['Enter', 'Enter', '/fact', 'Enter', 'The gates', 'Enter', '- one', 'Enter', 'two'])
  await keys(['Tab'])
  await expect(screen.body.locator('li li')).toHaveText('two')
  await keys(['Shift+Tab', 'Escape', 'Tab'])
  await expect(screen.body.locator('li')).toHaveText(['one', 'two'])
  await expect(screen.body).not.toBeFocused()
  await screen.body.locator('li').last().click()
  await keys(['Escape', 'Shift+Tab'])
  await expect(screen.body).not.toBeFocused()
  await screen.headline.click()
  await keys(['Tab'])
  await expect(screen.standfirst).toBeFocused()
  expect(await page.locator('[data-save]').getAttribute('role')).toBe('status')

  await screen.body.locator('li').last().click()
  await keys(['Shift+Home', 'Control+f'])
  expect(await axeFindings(page, 'the edit screen')).toEqual([])
  expect(await smallTargets(page)).toEqual([])
  await page.emulateMedia({ forcedColors: 'active' })
  expect(await axeFindings(page, 'in the system’s colours')).toEqual([])
  await keys(['Escape', 'Control+/'])
  expect(await smallTargets(page)).toEqual([])
  await keys(['Escape'])
  await page.emulateMedia({ forcedColors: 'none' })
  await page.setViewportSize({ width: 390, height: 844 })
  await screen.body.locator('li').last().click()
  await keys(['End', 'Enter', 'Enter', '@pe'])
  await page.getByRole('listbox', { name: 'People and topics' }).waitFor()
  expect(await smallTargets(page)).toEqual([])
  expect(await axeFindings(page, 'on a phone')).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
})
