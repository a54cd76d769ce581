import type { Page } from '@playwright/test'

import { axeFindings } from './support/axe'
import { test } from './support/reader'
import { admin, expect } from './support/test'

test.use({ demo: true })

/** Waits until the device has the story and the page for all others. */
const isKept = (page: Page, path: string) =>
  expect
    .poll(() =>
      page.evaluate(
        async (one) =>
          Boolean(
            (await caches.match(one, { cacheName: `read:${one}` })) &&
              (await caches.match('/saved', { cacheName: 'paper' })) &&
              sessionStorage.getItem('paper-kept'),
          ),
        path,
      ),
    )
    .toBe(true)

test('without a connection the stories read last open; others say so, and a story taken down is erased', async ({
  page,
  press,
  context,
  path,
}) => {
  const id = await press.draft()
  const other = await press.publish(id)
  for (const address of [path, other]) {
    await page.goto(address)
    await isKept(page, address)
  }
  const headline = await page.getByRole('heading', { level: 1 }).innerText()
  await context.setOffline(true)
  await page.goto(other)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(headline)
  // Opinion is set in the text face.
  expect(await page.locator('article.story h1').evaluate((one) => getComputedStyle(one).fontFamily)).toMatch(
    /Stet (Head|Text)/,
  )
  const line = page.getByText(/^You are offline: this is the copy of \d\d?:\d\d/)
  await expect(line).toBeInViewport()
  expect(await axeFindings(page, 'a copy')).toEqual([])
  await context.setOffline(false)
  await expect(line).toHaveCount(0)
  await context.setOffline(true)
  await page.goto('/politics')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are offline')
  await expect(page.locator('main article')).toHaveCount(2)
  expect(await axeFindings(page, '/offline')).toEqual([])
  await page.goto('/saved')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Saved stories')
  // What is not the readers' is not answered for.
  await expect(page.goto('/sign-in')).rejects.toThrow()
  await context.setOffline(false)
  await press.withdraw(id)
  expect((await page.goto(other))?.status()).toBe(410)
  await context.setOffline(true)
  await page.goto(other)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are offline')
  await expect(page.locator('main article')).toHaveCount(1)
})

test('what was taken down while a reader was away is erased at the next visit, whatever page it is', async ({
  page,
  press,
}) => {
  const id = await press.draft()
  const path = await press.publish(id)
  await page.goto(path)
  await isKept(page, path)
  await press.withdraw(id)
  await page.evaluate(() => sessionStorage.clear())
  await page.goto('/topics')
  await expect
    .poll(() => page.evaluate(async () => (await caches.keys()).filter((one) => one.startsWith('read:'))))
    .toEqual([])
})

test('the newsroom’s pages are left alone: nothing of them is kept, and leaving forgets nothing of the reader’s', async ({
  page,
  path,
  enter,
}) => {
  await page.goto(path)
  await isKept(page, path)
  await enter(page, admin)
  await page.goto('/admin/people')
  await page.goto('/desk')
  const kept = await page.evaluate(async () => {
    const names = (await caches.keys()).filter((one) => /^(paper$|read:)/.test(one))
    const all = await Promise.all(
      names.map(async (one) => (await (await caches.open(one)).keys()).map(({ url }) => url)),
    )
    return all.flat()
  })
  expect(kept.length).toBeGreaterThan(3)
  expect(kept.filter((url) => /\/(desk|admin|api|preview)\b/.test(new URL(url).pathname))).toEqual([])
})
