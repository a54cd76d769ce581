import type { Page } from '@playwright/test'

import { editScreen } from './support/desk'
import { admin, expect, test } from './support/test'

/** What the browser refused, and what went wrong on the page. */
function listen(page: Page): string[] {
  const heard: string[] = []
  page.on('console', (message) => message.type() === 'error' && heard.push(message.text()))
  page.on('pageerror', (error) => heard.push(String(error)))
  return heard
}

test('no screen of the desk or of admin breaks the policy, and no text becomes a script', async ({ page, enter }) => {
  test.slow()
  const heard = listen(page)
  await enter(page, admin)
  for (const path of [
    '/desk',
    '/desk/stories',
    '/desk/media',
    '/desk/topics',
    '/desk/series',
    '/desk/reports',
    '/account',
    '/admin/people',
    '/admin/sections',
    '/admin/look',
    '/admin/settings',
  ]) {
    const answer = await page.goto(path)
    expect(answer?.headers()['content-security-policy'], path).toContain("require-trusted-types-for 'script'")
    await expect(page.getByRole('heading', { level: 1 }), path).toBeVisible()
  }
  const screen = editScreen(page)
  await screen.begin()
  await screen.body.click()
  await screen.paste('The gates <b>held</b> all night.\nNobody was hurt.')
  await expect(screen.body).toContainText('Nobody was hurt.')
  await screen.saved()
  expect(heard).toEqual([])
  const forged = await page.evaluate(() => {
    try {
      document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=alert(1)>')
      return 'made'
    } catch (error) {
      return String(error)
    }
  })
  expect(forged).toContain('TypeError')
})

test('moving about the desk never loads a page anew', async ({ page, enter }) => {
  await enter(page, admin)
  await page.goto('/desk')
  await page.evaluate(() => Object.assign(window, { stays: true }))
  for (const name of ['Stories', 'Topics', 'People', 'Sections']) {
    await page.getByRole('link', { name, exact: true }).first().click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
  }
  expect(await page.evaluate(() => 'stays' in window)).toBe(true)
})

test('how the edge does is told to admins alone', async ({ page, request, enter }) => {
  await request.get('/')
  expect(await (await request.get('/api/health')).json()).not.toHaveProperty('edge')
  await enter(page, admin)
  const { edge } = await (await page.request.get('/api/health')).json()
  expect(edge).toMatchObject({ renders: expect.any(Number), hits: expect.any(Number), evictions: expect.any(Number) })
  expect(edge.misses).toBeGreaterThan(0)
  expect(edge.bytes).toBeGreaterThan(0)
})
