import { axeFindings, faintWords } from './support/axe'
import { expect, test } from './support/test'

test.use({ demo: true })

const pages = [
  '/',
  '/river-and-coast',
  '/river-and-coast/barrier-hinges',
  '/river-and-coast/barrier-hinges/versions',
  '/opinion/praise-the-keepers',
  '/search?q=hinge',
  '/corrections',
  '/nothing-here',
]

for (const colorScheme of ['light', 'dark'] as const)
  test(`who asks for more contrast has 7 to 1 for all words, ${colorScheme}`, async ({ page }) => {
    test.slow()
    await page.emulateMedia({ colorScheme, contrast: 'more' })
    for (const path of pages) {
      await page.goto(path)
      expect(await faintWords(page, path)).toEqual([])
    }
    await page.goto('/')
    const [line, ground] = await page.locator('.dateline').evaluate((one) => {
      const { borderBottomColor } = getComputedStyle(one)
      return [borderBottomColor, getComputedStyle(document.body).backgroundColor]
    })
    expect([line, ground]).toEqual(
      colorScheme === 'light' ? ['rgb(69, 76, 80)', 'rgb(255, 255, 255)'] : ['rgb(185, 190, 189)', 'rgb(17, 20, 22)'],
    )
  })

test('without that the paper keeps its own colours', async ({ page }) => {
  const opinion = () =>
    page
      .locator('.opinion')
      .first()
      .evaluate((one) => getComputedStyle(one).getPropertyValue('--s').trim())
  await page.goto('/')
  const own = await opinion()
  await page.emulateMedia({ contrast: 'more' })
  expect(await opinion()).not.toBe(own)
})

test('in the machine’s own few colours buttons, found words, rules and what is in focus are seen', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto('/search?q=hinge')
  const look = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((one) => {
        const { backgroundColor, borderTopWidth, borderTopStyle, outlineStyle } = getComputedStyle(one)
        return { backgroundColor, border: `${borderTopWidth} ${borderTopStyle}`, outlineStyle }
      })
  const ground = (await look('body')).backgroundColor
  expect((await look('main mark')).backgroundColor).not.toBe(ground)
  expect((await look('main .button')).border).toBe('1px solid')
  await page.locator('main .button').first().focus()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Tab')
  expect((await look('main .button')).outlineStyle).toBe('solid')
  for (const path of ['/', '/river-and-coast/barrier-hinges']) {
    await page.goto(path)
    expect(await axeFindings(page, path)).toEqual([])
  }
})
