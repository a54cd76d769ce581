import { randomBytes } from 'node:crypto'

import { expect, type Page } from '@playwright/test'

export const called = (what: string) => `${what} ${randomBytes(3).toString('hex')}`
export const addressOf = (title: string) => `/${title.toLowerCase().replaceAll(' ', '-')}`
export const saved = (page: Page) => expect(page.locator('[data-save=saved]')).toBeVisible()
export const dialogOf = (page: Page) => page.getByRole('dialog')
export const bodyOf = (page: Page) => page.getByRole('textbox', { name: 'Text', exact: true })

export async function begin(page: Page, title: string) {
  await page.goto('/desk/pages')
  await page.getByRole('button', { name: /^New page…/ }).click()
  await dialogOf(page).getByLabel('Title').fill(title)
  await dialogOf(page).getByRole('button', { name: 'Begin the page' }).click()
  await expect(bodyOf(page)).toBeVisible()
}

export async function publish(page: Page) {
  await saved(page)
  await page.getByRole('button', { name: /^Publish…/ }).click()
  await dialogOf(page)
    .getByRole('button', { name: /^Publish now/ })
    .click()
  await expect(dialogOf(page)).toHaveCount(0)
}

export async function act(page: Page, item: string) {
  await page.getByRole('button', { name: 'More acts' }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

export const reader = async (page: Page) => (await page.context().browser()!.newContext()).newPage()
