import type { Locator, Page } from '@playwright/test'
import sharp from 'sharp'

import type { EditScreen } from './desk'

export type PictureFile = { name: string; mimeType: string; buffer: Buffer }

/**
 * A picture that looks like no other: coloured clouds of a seed's own.
 * @param credit what the file says of who took it
 */
export async function aPictureFile(
  name: string,
  seed = 5,
  { width = 960, height = 640, credit = '' } = {},
): Promise<PictureFile> {
  const cells = Buffer.from(Array.from({ length: 12 * 8 * 3 }, (_, i) => Math.floor(256 * noise(seed * 1000 + i))))
  const picture = sharp(cells, { raw: { width: 12, height: 8, channels: 3 } }).resize(width, height, { fit: 'fill' })
  const buffer = await (credit ? picture.withXmp(creditXmp(credit)) : picture).jpeg({ quality: 80 }).toBuffer()
  return { name, mimeType: 'image/jpeg', buffer }
}

/** The same smaller and saved anew. */
export async function aCopy({ buffer, mimeType }: PictureFile, name: string): Promise<PictureFile> {
  return { name, mimeType, buffer: await sharp(buffer).resize(700).jpeg({ quality: 60 }).toBuffer() }
}

/** From 0 until before 1, by the same number always the same. */
function noise(seed: number): number {
  const value = Math.sin(seed * 12.9898) * 43_758.5453
  return value - Math.floor(value)
}

const creditXmp = (credit: string) =>
  `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:Credit="${credit}"/></rdf:RDF></x:xmpmeta>`

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
/** Files on their way into the library, and what became of them. */
export const tray = (page: Page) => page.getByRole('region', { name: /adding|added/i })

/** Files wait on their way into the library until they may `go`. */
export async function holdUploads(page: Page): Promise<{ go: () => void }> {
  let go = () => {}
  const held = new Promise<void>((resolve) => (go = resolve))
  await page.route('**/api/uploads', async (route) => {
    await held
    await route.continue().catch(() => {})
  })
  return { go }
}

/** Answers the browser's dialog for files, which the dialog of the library opens. */
export async function upload({ page, dialog }: EditScreen, ...files: PictureFile[]): Promise<void> {
  const choosing = page.waitForEvent('filechooser')
  await dialog.getByRole('button', { name: 'Upload…' }).click()
  await (await choosing).setFiles(files)
}
