import { readerView } from './support/reader-view'
import { layouts } from './support/site-pages'
import { expect, test } from './support/test'

test.use({ demo: true })

const plain = (text: string) => text.replace(/\s+/g, ' ').trim()

for (const [layout, path] of Object.entries(layouts))
  test(`a reader view has headline, bylines, hour and the whole text of a story: ${layout}`, async ({ page }) => {
    await page.goto(path)
    const texts = await page
      .locator('.text > :is(p, h2, h3, ul, ol), .text > :is(.quote, .pull, .fact, .correction) :is(p, h2, li)')
      .evaluateAll((all) => all.map((one) => one.textContent ?? ''))
    expect(texts.length).toBeGreaterThan(2)
    const view = await readerView(page)
    expect(view?.title).toBe(plain(await page.locator('h1').innerText()))
    expect(view?.publishedTime).toBe(await page.locator('.meta time').first().getAttribute('datetime'))
    for (const name of await page.locator('.meta [rel=author]').allInnerTexts()) expect(view?.byline).toContain(name)
    const read = plain(view?.textContent ?? '')
    for (const text of texts) expect(read).toContain(plain(text))
  })
