import { type BrowserContext, expect, type Page } from '@playwright/test'

import type { EditScreen } from './desk'

/** Waits until this browser keeps the page of the story and the page for all others. */
export const kept = (page: Page, address: string) =>
  expect
    .poll(() =>
      page.evaluate(async (path) => {
        const found = await Promise.all([path, '/desk/offline'].map((one) => caches.match(one)))
        return found.every(Boolean) && Boolean(navigator.serviceWorker.controller)
      }, address),
    )
    .toBe(true)

/** This browser has so many stories of the desk, and no page; told of a page that may still be loading. */
export const onDevice = (page: Page, stories: number) =>
  expect(async () => {
    const has = await page.evaluate(async () => ({
      stories: (await indexedDB.databases()).filter(({ name }) => name?.startsWith('stet:')).length,
      caches: await caches.keys(),
    }))
    expect(has).toEqual({ stories, caches: [] })
  }).toPass({ timeout: 10_000 })

/** A story that opens without the server, and has been left unsent. */
export async function writeOffline(screen: EditScreen, context: BrowserContext, words: string) {
  const address = await screen.begin()
  await screen.type(screen.headline, 'Crews vote')
  await screen.saved()
  await kept(screen.page, address)
  await context.setOffline(true)
  await screen.type(screen.headline, words)
  await expect(screen.bar).toContainText('On this device only')
  return address
}
