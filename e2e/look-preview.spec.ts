import { axeFindings } from './support/axe'
import { admin, expect, test } from './support/test'

test.use({ demo: true })

test('the site’s own pages are shown in a look before it is saved, and nobody else sees that', async ({
  page,
  request,
  enter,
  press,
  addPerson,
  browser,
}) => {
  test.slow()
  const path = await press.publish(await press.draft())
  await enter(page, admin)
  await page.goto('/admin/look')
  const shown = page.frameLocator('iframe:not([inert])')
  const colour = (name: string) =>
    shown.locator('html').evaluate((one, of) => getComputedStyle(one).getPropertyValue(`--color-${of}`), name)
  await expect(shown.locator('.mast .word')).toBeVisible()

  await test.step('what is typed is seen, and a colour that is none yet stays as it was', async () => {
    const sport = page.getByLabel('Green, light', { exact: true })
    // On a page just opened its scripts may be yet to run.
    await expect(async () => {
      await sport.fill('#005500')
      await sport.fill('#004d00')
      await expect.poll(() => colour('sport'), { timeout: 4000 }).toContain('#004d00')
    }).toPass()
    await sport.fill('#ffff')
    await page.getByLabel('Start of the masthead, bold').fill('Neap tide 06:12')
    await expect(shown.getByText('Neap tide 06:12')).toBeVisible()
    expect(await colour('sport')).toContain('#004d00')
    await page.getByLabel('Public Sans and Source Serif').check()
    await expect
      .poll(() => shown.locator('.mast .word').evaluate((one) => getComputedStyle(one).fontFamily))
      .toContain('Stet Sans')
  })

  await test.step('by keys alone: in the dark, on a phone, the newest story', async () => {
    for (const name of ['Dark', 'Phone', 'Story']) {
      const button = page.getByRole('button', { name, exact: true })
      await button.focus()
      await page.keyboard.press('Enter')
      await expect(button).toHaveAttribute('aria-pressed', 'true')
    }
    await expect(shown.locator('html')).toHaveAttribute('data-theme', 'dark')
    await expect(shown.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await shown.locator('body').evaluate((one) => getComputedStyle(one).backgroundColor)).toBe('rgb(17, 20, 22)')
    expect(await page.locator('iframe:not([inert])').evaluate((one: HTMLIFrameElement) => one.clientWidth)).toBe(390)
    expect(await axeFindings(page, 'the look')).toEqual([])
  })

  await test.step('nothing of it is the readers’, or anybody else’s', async () => {
    const address = await page.locator('iframe:not([inert])').getAttribute('src')
    const tab = await page.context().newPage()
    const fetched: string[] = []
    tab.on('request', (asked) => fetched.push(new URL(asked.url()).pathname))
    await tab.goto(address ?? '', { waitUntil: 'networkidle' })
    expect(fetched.length).toBeGreaterThan(1)
    expect(
      fetched.filter((one) => one.endsWith('.js')),
      'no script, so a reader’s device keeps nothing of it',
    ).toEqual([])
    await tab.close()
    for (const readers of ['/', path])
      expect(await (await request.get(readers)).text()).not.toMatch(/Neap tide|Stet Sans|\/theme\//)
    const editor = await browser.newContext()
    const other = await editor.newPage()
    await enter(other, await addPerson({ role: 'editor' }))
    for (const [asking, what] of [
      [request, 'nobody'],
      [other.request, 'an editor'],
    ] as const)
      expect((await asking.get(new URL(address ?? '', page.url()).href)).status(), what).toBe(404)
    const answer = await page.request.get(address ?? '')
    expect([answer.status(), answer.headers()['cache-control']]).toEqual([200, 'no-store'])
    await editor.close()
  })
})
