import { add, aFilmFile, cards, open } from './support/library'
import { testLooks } from './support/looks'
import { aPictureFile } from './support/pictures'
import { test } from './support/test'

test.use({ demo: true })

testLooks(
  'no screen of the library has a finding of axe, nor is wider than its window',
  async ({ page, width, check }) => {
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
    for (const name of [`axe-film-${width}`, `axe-${width}`]) {
      await page.goto('/desk/media')
      await open(page, name)
      await check(name)
    }
    await page.getByRole('button', { name: 'Draw a crop of 4:5' }).click()
    await check('drawing a crop')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Take from readers in all stories…' }).click()
    await check('asking')
  },
)
