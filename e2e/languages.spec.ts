import { messagesIn } from '#lib/messages/find'

import { axeFindings, overflow } from './support/axe'
import { htmlFindings } from './support/html'
import { startPress } from './support/press'
import { startServer } from './support/server'
import { admin, expect, test } from './support/test'

const story = '/river-and-coast/barrier-hinges'

/** Pages by what their own words must be. */
const pages: [path: string, status: number][] = [
  ['/', 200],
  ['/river-and-coast', 200],
  [story, 200],
  [`${story}/versions`, 200],
  ['/topics', 200],
  ['/corrections', 200],
  ['/search?q=hinge', 200],
  ['/nothing-here', 404],
  ['/culture/thornsea-chapel-panel', 410],
]

test('the paper speaks its language on every page, from the right where that is written so', async ({ browser }) => {
  test.slow()
  const env = { STET_ADMIN_EMAIL: admin.email, STET_ADMIN_PASSWORD: admin.password }
  const server = await startServer({ demo: true, env })
  const press = startPress(server)
  try {
    const context = await browser.newContext({ baseURL: server.baseUrl })
    const [name = '', value = ''] = (await press.signIn()).cookie.split('=')
    await context.addCookies([{ name, value, url: server.baseUrl }])
    const desk = await context.newPage()
    const page = await (await browser.newContext({ baseURL: server.baseUrl })).newPage()
    for (const [language, direction, typed] of [
      ['fr', 'ltr', 'fr'],
      ['de', 'ltr', 'German'],
      ['es', 'ltr', 'es'],
      ['ar', 'rtl', 'arabic'],
    ] as const)
      await test.step(language, async () => {
        await desk.goto('/admin/settings')
        await desk.getByLabel('Language').fill(typed)
        await desk.getByRole('button', { name: 'Save settings' }).click()
        await expect(desk.getByText('Readers see it now.')).toBeVisible()
        const t = messagesIn(language)
        const english = messagesIn('en')
        for (const [path, status] of pages) {
          const response = await page.goto(path)
          expect(response?.status(), path).toBe(status)
          await expect(page.locator('html')).toHaveAttribute('lang', language)
          await expect(page.locator('html')).toHaveAttribute('dir', direction)
          await expect(page.getByRole('navigation', { name: t.sections }).getByText(t.home), path).toBeVisible()
          const text = await page.locator('body').innerText()
          // Menus and stories are in the words of their editors.
          for (const word of [english.skip, english.published, english.latest, english.related, english.larger])
            expect(text.split('\n'), path).not.toContain(word)
          expect(await htmlFindings(await response!.text()), path).toEqual([])
          for (const width of [1280, 390]) {
            await page.setViewportSize({ width, height: 900 })
            expect(await overflow(page), `${path} at ${width}`).toBe(0)
          }
          expect(await axeFindings(page, `${language} ${path}`)).toEqual([])
        }
      })
  } finally {
    await press.close()
    await server.stop()
  }
})
