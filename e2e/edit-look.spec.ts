import { editScreen } from './support/desk'
import { add, aFilmFile, aSoundFile } from './support/library'
import { testLooks } from './support/looks'
import { aPictureFile, dropFiles, holdUploads, picture, pictures, tray, upload } from './support/pictures'
import { expect } from './support/test'

testLooks(
  'the edit screen with pictures, a gallery, a film and a sound has no finding of axe, nor is wider than its window',
  async ({ page, width, check }) => {
    const screen = editScreen(page)
    const named = (name: string) => `${name} ${width}`
    const photo = (name: string, seed: number, size = {}) => aPictureFile(`${named(name)}.jpg`, width + seed, size)
    await add(page, aFilmFile(`${named('axe film')}.mp4`), aSoundFile(`${named('axe sound')}.wav`, 3))
    await screen.begin()
    await screen.type(screen.headline, 'Pictures of the quay')
    await screen.type(screen.body, 'They held.')
    await screen.keys('Enter', '/picture', 'Enter')
    await upload(screen, await photo('wide', 1))
    await expect(picture(page, named('wide'))).toBeVisible()
    await page.keyboard.press('Control+End')
    await screen.keys('/gallery', 'Enter')
    await upload(screen, await photo('high', 2, { width: 640, height: 960 }), await photo('flat', 3))
    await expect(pictures(page)).toHaveCount(3)
    for (const [kind, name] of [
      ['Films', 'axe film'],
      ['Sounds', 'axe sound'],
    ] as const) {
      await page.keyboard.press('Control+End')
      await screen.keys('/film', 'Enter')
      await screen.dialog.getByRole('button', { name: kind }).click()
      await screen.dialog.getByRole('button', { name: new RegExp(`^${named(name)}`) }).click()
      await expect(page.getByRole('group', { name: named(name) })).toBeVisible()
    }
    await check('pictures, films and sounds')

    await holdUploads(page)
    const svg = { name: 'flag.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') }
    await dropFiles(screen.body.getByText('They held.'), [svg, await photo('late', 4)])
    await expect(tray(page).getByRole('listitem')).toHaveCount(2)
    await check('files on their way')
    await page.getByRole('link', { name: 'Back to stories' }).click()
    await expect(screen.dialog).toContainText('2 files are still being sent')
    await check('leaving while files are on their way')
    await page.keyboard.press('Escape')
    await picture(page, named('wide')).getByRole('button', { name: 'Crop…' }).click()
    await expect(screen.dialog.getByRole('button', { name: 'The part that is shown' })).toBeVisible()
    await check('a crop for one place')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Add pictures…' }).click()
    await screen.dialog.getByRole('button', { name: new RegExp(`^${named('flat')}`) }).click()
    await check('choosing from the library')
  },
)
