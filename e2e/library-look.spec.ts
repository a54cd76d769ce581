import { axeFindings, overflow } from './support/axe'
import { add, aFilmFile, cards, open } from './support/library'
import { aPictureFile } from './support/pictures'
import { admin, expect, test } from './support/test'

test.use({ demo: true })

for (const [colorScheme, width] of [
  ['light', 1280],
  ['dark', 390],
] as const)
  test.describe(`${colorScheme} at ${width}`, () => {
    test.use({ colorScheme, viewport: { width, height: 800 } })

    test('no screen of the library has a finding of axe, nor is wider than its window', async ({ page, enter }) => {
      test.slow()
      const check = async (where: string) => {
        expect(await axeFindings(page, where)).toEqual([])
        expect(await overflow(page), where).toBeLessThanOrEqual(0)
      }
      await enter(page, admin)
      await page.goto('/desk/media?q=zzzz')
      await check('nothing found')
      await add(page, await aPictureFile(`axe-${width}.jpg`, width), aFilmFile(`axe-film-${width}.mp4`))
      await check('the grid with its tray')
      await cards(page).first().getByRole('checkbox').check()
      await page.getByRole('button', { name: 'Edit it…' }).click()
      for (const box of await page.getByRole('dialog').getByRole('checkbox').all()) await box.check()
      await check('editing many')
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Close' }).click()
      for (const one of await cards(page)
        .getByRole('link', { name: new RegExp(`^axe.*${width}$`) })
        .all()) {
        const address = (await one.getAttribute('href')) ?? ''
        const opened = await page.context().newPage()
        await opened.goto(address)
        expect(await axeFindings(opened, address)).toEqual([])
        expect(await overflow(opened)).toBeLessThanOrEqual(0)
        await opened.close()
      }
      await page.goto('/desk/media?kind=picture')
      await open(page, `axe-${width}`)
      await page.getByRole('button', { name: 'Draw a crop of 4:5' }).click()
      await check('drawing a crop')
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Take from readers in all stories…' }).click()
      await check('asking')
    })
  })
