import type { Locator, Page } from '@playwright/test'
import sharp from 'sharp'

import type { EditScreen } from './desk'

export type PictureFile = { name: string; mimeType: string; buffer: Buffer }

/** A picture that no other looks like: bands of two colours, `seed` of them. */
export async function aPictureFile(name: string, seed = 5, size = { width: 960, height: 640 }): Promise<PictureFile> {
  const { width, height } = size
  const pixels = Buffer.alloc(width * height * 3)
  for (let at = 0; at < width * height; at += 1) {
    const [x, y] = [at % width, Math.floor(at / width)]
    const band = Math.floor((x * seed) / width) + Math.floor((y * seed * 2) / height)
    pixels.set([(band * 67 * seed) % 256, (x * 255) / width, (y * 255) / height], at * 3)
  }
  const buffer = await sharp(pixels, { raw: { ...size, channels: 3 } })
    .jpeg({ quality: 80 })
    .toBuffer()
  return { name, mimeType: 'image/jpeg', buffer }
}

/** Drops files on what is on the page, at its middle. */
export async function dropFiles(on: Locator, files: PictureFile[]): Promise<void> {
  const sent = files.map(({ name, mimeType, buffer }) => ({ name, mimeType, bytes: buffer.toString('base64') }))
  await on.evaluate((target, sent) => {
    const data = new DataTransfer()
    for (const { name, mimeType, bytes } of sent)
      data.items.add(new File([Uint8Array.from(atob(bytes), (sign) => sign.charCodeAt(0))], name, { type: mimeType }))
    const box = target.getBoundingClientRect()
    const place = { clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 }
    for (const type of ['dragenter', 'dragover', 'drop'])
      target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data, ...place }))
  }, sent)
}

/** Pictures in a story's text, those of galleries too. */
export const pictures = (page: Page) => page.getByRole('group', { name: /^Picture/ })
export const picture = (page: Page, name: string) => page.getByRole('group', { name: `Picture ${name}`, exact: true })
/** What is said of one in its place. */
export const lineOf = (block: Locator, name: 'Caption' | 'Credit' | 'Alt text') =>
  block.getByRole('textbox', { name: `${name} of the picture` })
export const tray = (page: Page) => page.getByRole('list', { name: 'Files on their way' })

/** Answers the browser's dialog for files, which the dialog of the library opens. */
export async function upload({ page, dialog }: EditScreen, ...files: PictureFile[]): Promise<void> {
  const choosing = page.waitForEvent('filechooser')
  await dialog.getByRole('button', { name: 'Upload…' }).click()
  await (await choosing).setFiles(files)
}
