import { frontScreen, sectionWith } from './support/fronts'
import { testLooks } from './support/looks'

testLooks(
  'no screen of the fronts has a finding of axe, nor is wider than its window',
  async ({ page, width, check, press }) => {
    const headlines = [
      'Ferry sails',
      'A headline as long as they come, of which nobody knows where it ends or why',
      'Mud',
    ]
    const { address } = await sectionWith(press, page, headlines)
    await page.goto('/desk/fronts')
    await check('the list')
    const desk = frontScreen(page)
    await page.goto(address)
    await desk.saved()
    await check('a front that nobody has made')
    await desk.place(1).click()
    await page
      .getByRole('button', { name: /^Place “A headline/ })
      .first()
      .click()
    await desk.saved()
    await desk.place(1).click()
    await page.getByLabel('Headline on this front').filter({ visible: true }).fill('Own words')
    await check('a place')
    await page.getByRole('button', { name: 'Pin until…' }).click()
    await check('pinning')
    await page.keyboard.press('Escape')
    if (width < 1000) await page.keyboard.press('Escape')
    for (const item of ['Preview…', 'History…', 'Schedule…']) {
      await desk.menu(item)
      await check(item)
      await page.keyboard.press('Escape')
    }
    await page.getByRole('button', { name: 'Add a container…' }).click()
    await check('adding a container')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /^Publish…/ }).click()
    await check('publishing')
    await page.keyboard.press('Escape')
    for (const name of await page.getByRole('button', { name: /: acts$/ }).all()) {
      await name.click()
      await check('a menu')
      await page.keyboard.press('Escape')
      break
    }
  },
)
