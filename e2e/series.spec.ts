import { axeFindings, overflow } from './support/axe'
import { canaryWord } from './support/canary-words'
import { pressKey } from './support/desk'
import { admin, expect, test } from './support/test'

test.use({ demo: true })

test('readers find their way through a series: its page, which part a story is, the one before and the one after', async ({
  page,
  request,
}) => {
  await page.goto('/series/down-the-wend')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Down the Wend')
  const parts = page.locator('main').getByRole('listitem')
  await expect(parts).toHaveCount(5)
  await parts.nth(1).getByRole('link').click()
  await expect(page.locator('.story > header .kicker')).toHaveText('River & coast / Down the Wend, Part 2 of 5')
  const beside = page.getByRole('navigation', { name: 'Down the Wend' })
  await expect(beside.getByRole('link').first()).toHaveText(/^Day one/)
  await beside.getByRole('link').nth(1).click()
  await expect(page.locator('.story > header .kicker')).toContainText('Part 3 of 5')
  const [article] = await page.locator('script[type="application/ld+json"]').allTextContents()
  expect(JSON.parse(article ?? '')).toMatchObject({ isPartOf: { name: 'Down the Wend' }, position: 3 })
  expect(await (await request.get('/sitemap.xml')).text()).toContain('/series/down-the-wend</loc>')
})

test('an editor makes a series; readers get its live parts, and a withdrawn one leaves at once', async ({
  page,
  request,
  press,
  addPerson,
  enter,
}) => {
  const ids = [await press.draft(), await press.draft(), await press.draft()]
  const paths = [await press.publish(ids[0] ?? ''), await press.publish(ids[1] ?? ''), await press.path(ids[2] ?? '')]
  const read = async (path: string) => {
    const answer = await request.get(path)
    return { status: answer.status(), text: await answer.text() }
  }
  const headlines: string[] = []
  for (const path of paths.slice(0, 2))
    headlines.push(/<h1>([^<]+)</.exec((await read(path)).text)?.[1]?.replaceAll('&#x27;', "'") ?? '')
  await enter(page, await addPerson({ role: 'editor' }))
  await page.goto('/desk/series')
  await pressKey(page, 'n')
  const begin = page.getByRole('form', { name: 'Begin a series' })
  await begin.getByLabel('Name').fill('Two tides')
  await begin.getByRole('button', { name: 'Begin series' }).click()
  const form = page.getByRole('form', { name: 'Two tides' })
  await expect(form.getByLabel('Address')).toHaveValue('two-tides')
  for (const headline of headlines) {
    await form.getByRole('combobox').fill(headline)
    await page.getByRole('option', { name: headline }).first().click()
  }
  const rows = form.getByRole('list', { name: 'Parts' }).getByRole('listitem')
  await expect(rows).toHaveCount(2)
  await rows.nth(0).getByRole('button', { name: /down$/ }).focus()
  await page.keyboard.press('Alt+ArrowDown')
  await expect(rows.nth(0)).toContainText(headlines[1] ?? '')
  // The arrow that was pressed is off at the end of the list.
  await expect(rows.nth(1).getByRole('button', { name: /up$/ })).toBeFocused()
  await rows.nth(1).dragTo(rows.nth(0))
  await expect(rows.nth(0)).toContainText(headlines[0] ?? '')
  await rows.nth(1).dragTo(rows.nth(0))
  await expect(rows.nth(0)).toContainText(headlines[1] ?? '')
  expect(await axeFindings(page, 'series')).toEqual([])
  expect(await overflow(page)).toBe(0)
  await form.getByRole('button', { name: 'Save draft' }).click()
  await expect(page.getByText('Saved. Readers see no change yet.')).toBeVisible()
  expect((await read('/series/two-tides')).status).toBe(404)
  await form.getByRole('button', { name: 'Publish' }).click()
  await expect(page.getByText('Published. Readers see the parts that they have.')).toBeVisible()

  expect((await read(paths[0] ?? '')).text).toContain('Part 2 of 2')
  expect((await read(paths[1] ?? '')).text).toContain('Part 1 of 2')
  await press.withdraw(ids[1] ?? '')
  const left = await read('/series/two-tides')
  expect([left.status, left.text.includes(paths[1] ?? '')]).toEqual([200, false])
  const only = await read(paths[0] ?? '')
  expect(only.text).toContain('Two tides')
  expect(only.text).not.toContain('Part 1 of')
  expect(only.text).not.toContain(paths[1] ?? '')

  await page.reload()
  await page.getByRole('button', { name: 'Take from readers' }).click()
  await expect(page.getByText('Only the desk sees this series.')).toBeVisible()
  expect((await read('/series/two-tides')).status).toBe(404)
  expect((await read(paths[0] ?? '')).text).not.toContain('Two tides')
})

test('a draft of a series is nobody’s outside: no page says its name', async ({ page, request, press, enter }) => {
  const word = canaryWord()
  const path = await press.publish(await press.draft())
  await enter(page, admin)
  await page.goto('/desk/series?id=new')
  const begin = page.getByRole('form', { name: 'Begin a series' })
  await begin.getByLabel('Name').fill(word)
  await begin.getByRole('button', { name: 'Begin series' }).click()
  await expect(page.getByRole('form', { name: word })).toBeVisible()
  for (const address of [path, '/', '/sitemap.xml', '/series/down-the-wend', `/series/${word}`, '/archive'])
    expect(await (await request.get(address)).text(), address).not.toContain(word)
  await page.getByRole('button', { name: 'Remove…' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: `Remove ${word}` })
    .click()
  await page.waitForURL('**/desk/series')
  await expect(page.getByRole('link', { name: word })).toHaveCount(0)
})

test('contributors and writers have no series at the desk', async ({ browser, addPerson, enter }) => {
  for (const role of ['contributor', 'writer'] as const) {
    const page = await (await browser.newContext()).newPage()
    await enter(page, await addPerson({ role }))
    expect((await page.goto('/desk/series'))?.status(), role).toBe(404)
    await page.goto('/desk')
    await expect(page.getByRole('link', { name: 'Series' })).toHaveCount(0)
  }
})

test('the archive leads from a year to a story, and back from the story to its day', async ({ page }) => {
  await page.goto('/river-and-coast/eel-pass-harl')
  await page.locator('.meta dd a').first().click()
  await expect(page).toHaveURL(/\/archive\/\d{4}\/\d\d\/\d\d$/)
  await expect(page.locator('main').getByRole('link', { name: /^Eel pass opens/ })).toBeVisible()
  const day = await page.getByRole('heading', { level: 1 }).innerText()
  await page.getByRole('navigation', { name: 'Before and after' }).getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(day)
  await page.getByRole('navigation', { name: 'Archive' }).getByRole('link', { name: 'Archive' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Archive')
  await page.locator('main h2').getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^\d{4}$/)
})

test('an address that was cut short leads to what it meant', async ({ page }) => {
  const answer = await page.goto('/river-and-coast/eel-pass-har')
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('searchbox')).toHaveValue('eel pass har')
  const near = page.getByRole('region', { name: 'You may have been looking for' })
  await expect(near.getByRole('link', { name: /^Eel pass opens/ })).toBeVisible()
  expect((await page.goto('/nothing/zzqxq'))?.status()).toBe(404)
  await expect(near).toHaveCount(0)
})
