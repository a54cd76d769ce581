import { expect, type Page } from '@playwright/test'

import { mp4Of, pictures, silence } from '#lib/testing/clips/mp4'
import { pcm, riffChunk, wavFormat, wavOf } from '#lib/testing/clips/wav'

import type { PictureFile } from './pictures'

export const cards = (page: Page) => page.getByRole('list', { name: 'Library' }).getByRole('listitem')
export const card = (page: Page, name: string) =>
  cards(page).filter({ has: page.getByRole('link', { name, exact: true }) })
export const form = (page: Page) => page.getByRole('form', { name: 'What is said of it' })

/** Two seconds of pictures with a silent sound. */
export const aFilmFile = (name: string): PictureFile => ({
  name,
  mimeType: 'video/mp4',
  buffer: mp4Of([pictures(), silence()]),
})

/** A tone, so many seconds of it. */
export const aSoundFile = (name: string, seconds = 2): PictureFile => ({
  name,
  mimeType: 'audio/wav',
  buffer: wavOf([riffChunk('fmt ', wavFormat()), riffChunk('data', pcm(seconds))]),
})

/** Sends files by the picker and waits until the library has them. */
export async function add(page: Page, ...files: PictureFile[]): Promise<void> {
  // Until its scripts run, a page does not take what is chosen.
  await page.goto('/desk/media', { waitUntil: 'networkidle' })
  await page.getByLabel('Files for the library').setInputFiles(files)
  // The first one waits for the process that decodes it.
  for (const { name } of files) await expect(card(page, name.replace(/\.\w+$/, ''))).toBeVisible({ timeout: 30_000 })
}

/** Opens what is in the list. @returns its id */
export async function open(page: Page, name: string): Promise<string> {
  await card(page, name).getByRole('link').click()
  await page.waitForURL(/\/desk\/media\/[0-9a-z]{12}$/)
  return page.url().slice(-12)
}

/** Opens something of the library, says that it is ours and what it shows. @returns its id */
export async function clear(page: Page, name: string, caption = ''): Promise<string> {
  await page.goto('/desk/media', { waitUntil: 'networkidle' })
  const id = await open(page, name)
  await form(page).getByLabel('Rights').selectOption('Our own')
  await form(page).getByLabel('Caption').fill(caption)
  await form(page).getByRole('button', { name: 'Save' }).click()
  await expect(form(page).getByText('Saved.')).toBeVisible()
  return id
}
