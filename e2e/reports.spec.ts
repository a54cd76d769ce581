import type { APIRequestContext, Page } from '@playwright/test'

import { axeFindings, overflow } from './support/axe'
import { canaryWord } from './support/canary-words'
import { pressKey } from './support/desk'
import { admin, expect, test } from './support/test'

test.use({ demo: true })

const idOf = async (request: APIRequestContext, path: string) =>
  /name="story" value="(\w+)"/.exec(await (await request.get(path)).text())?.[1] ?? ''

/** From a network of its own, as one network may send only so many. */
const send = (request: APIRequestContext, origin: string, form: Record<string, string>) =>
  request.post('/api/reports', { form, headers: { origin }, maxRedirects: 0 })

test('a reader without scripts reports an error, and an editor begins the correction with it', async ({
  page,
  browser,
  server,
  press,
  addPerson,
  enter,
}) => {
  const path = await press.publish(await press.draft())
  await enter(page, await addPerson({ role: 'editor' }))
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: server.baseUrl })
  const reader = await context.newPage()
  await reader.goto(path)
  const headline = await reader.getByRole('heading', { level: 1 }).innerText()
  const part = reader.getByRole('complementary', { name: 'Report an error' })
  await expect(part.getByLabel('What is wrong')).toBeHidden()
  await part.getByText('Report an error').click()
  await expect(part.getByText('Leave this field empty')).not.toBeInViewport()
  const word = canaryWord()
  await part.getByLabel('What is wrong').fill(`It was <b>${word}</b>,\nnot a heron.`)
  await part.getByLabel('The words that are wrong').fill('a heron')
  await part.getByLabel('Your e-mail').fill('reader@paper.example')
  await part.getByRole('button', { name: 'Send to the newsroom' }).click()
  await expect(reader).toHaveURL(`${server.baseUrl}/thanks`)
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('Thank you. The newsroom has your report.')
  expect(await context.cookies()).toEqual([])

  await page.goto('/desk/notifications')
  const notice = page.getByRole('link', { name: /A reader says that something is wrong/ })
  await expect(notice).toHaveCount(1)
  await notice.click()
  await expect(page).toHaveURL(/\/desk\/reports/)
  await page.goto('/desk/notifications')
  await expect(page.getByRole('link', { name: /^Unread: A reader/ })).toHaveCount(0)
  await page.goto('/desk')
  await page
    .getByRole('navigation', { name: 'Desk' })
    .getByRole('link', { name: /^Reports \d+ open/ })
    .click()
  const row = page.getByRole('list', { name: 'Reports' }).getByRole('listitem').filter({ hasText: word })
  await expect(row).toContainText(headline)
  await row.getByRole('link').click()
  const panel = page.getByRole('complementary', { name: 'A reader’s report' })
  await expect(panel.getByText(`It was <b>${word}</b>,`)).toBeVisible()
  await expect(panel.getByRole('link', { name: 'reader@paper.example' })).toBeVisible()
  await expect(panel.locator('blockquote')).toHaveText('a heron')
  await pressKey(page, 'c')
  await page.waitForURL(/\/desk\/stories\/\w+\?report=/)
  const quote = page.getByRole('status').filter({ hasText: 'A reader reports an error' })
  await expect(quote).toContainText(`It was <b>${word}</b>,`)

  for (const address of [path, '/', '/feed.xml', '/corrections', `/search?q=${word}&page=2`, '/thanks'])
    expect((await (await reader.request.get(address)).text()).replaceAll(`q=${word}`, ''), address).not.toMatch(
      new RegExp(`reader@paper|<b>${word}|not a heron`),
    )
  expect(await (await reader.request.get(path)).text()).not.toContain(word)
})

test('what is not whole, too much, from elsewhere or by a machine is refused, and nothing typed is lost', async ({
  request,
  server,
  press,
}) => {
  const path = await press.publish(await press.draft())
  const story = await idOf(request, path)
  const origin = server.baseUrl
  expect(story).not.toBe('')
  expect((await request.post('/api/reports', { form: { story, text: 'Wrong.' } })).status()).toBe(403)
  expect((await send(request, origin, { story, text: 'Wrong.', more: 'x' })).status()).toBe(400)
  expect((await send(request, origin, { text: 'Wrong.' })).status()).toBe(400)
  expect((await send(request, origin, { story, text: 'x'.repeat(40_000) })).status()).toBe(413)
  const machine = await send(request, origin, { story, text: 'Buy this.', website: 'http://x.example' })
  expect([machine.status(), machine.headers().location]).toEqual([303, '/thanks'])
  const odd = await send(request, origin, { story, text: 'It “was” </textarea><i>so</i>', email: 'nobody' })
  expect(odd.status()).toBe(422)
  expect(odd.headers()['set-cookie']).toBeUndefined()
  expect(odd.headers()['content-security-policy']).toContain("default-src 'none'")
  const said = await odd.text()
  expect(said).toContain('this is no e-mail address.')
  expect(said).toContain('It “was” &lt;/textarea&gt;&lt;i&gt;so&lt;/i&gt;')
  // Whether there is a draft by that name is not told.
  const answers = await Promise.all(
    ['nowhere', await press.draft()].map(async (id) => {
      const answer = await send(request, origin, { story: id, text: 'Wrong.' })
      return [answer.status(), (await answer.text()).replace(id, 'id')]
    }),
  )
  expect(answers[0]?.[0]).toBe(404)
  expect(answers[1]).toEqual(answers[0])
  for (const method of ['get', 'put', 'delete'] as const)
    expect((await request[method]('/api/reports', { headers: { origin } })).status()).toBe(405)
})

test('a network that sends many is asked to wait, with what it wrote', async ({ page, request, server, press }) => {
  const path = await press.publish(await press.draft())
  const form = { story: await idOf(request, path), passage: '', email: '' }
  const statuses: number[] = []
  for (let i = 0; i < 9; i += 1)
    statuses.push((await send(request, server.baseUrl, { ...form, text: `Wrong, ${i}.` })).status())
  expect(statuses.at(-1)).toBe(503)
  await page.goto(path)
  await page.getByText('Report an error').click()
  await page.getByLabel('What is wrong').fill('It was the ninth.')
  await page.getByRole('button', { name: 'Send to the newsroom' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your report was not sent')
  await expect(page.getByLabel('What is wrong')).toHaveValue('It was the ninth.')
  // Set as the paper is, on a phone too.
  const face = (at: string) => page.locator(at).evaluate((element) => getComputedStyle(element).fontFamily)
  expect(await face('h1')).toContain('Stet Head')
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  expect(await page.context().cookies()).toEqual([])
  expect(await axeFindings(page, 'refused')).toEqual([])
})

test('reports are for the editors of their sections: nobody else has the page, or is told of it', async ({
  page,
  addPerson,
  enter,
  browser,
}) => {
  const inbox = async (as: Page) => (await as.goto('/desk/reports'))?.status()
  for (const role of ['contributor', 'writer'] as const) {
    const other = await (await browser.newContext()).newPage()
    await enter(other, await addPerson({ role }))
    expect(await inbox(other), role).toBe(404)
    await other.goto('/desk')
    await expect(other.getByRole('link', { name: /^Reports/ })).toHaveCount(0)
  }
  await enter(page, await addPerson({ role: 'editor', sections: 'sport' }))
  expect(await inbox(page)).toBe(200)
  await expect(page.getByText('No report waits.')).toBeVisible()
  await expect(page.getByText('stool')).toHaveCount(0)
})

test('the inbox goes by keys: next, take, done, spam, and open again', async ({ page, enter }) => {
  await enter(page, admin)
  await page.goto('/desk/reports')
  const rows = page.getByRole('list', { name: 'Reports' }).getByRole('listitem')
  const bristles = rows.filter({ hasText: 'The bristles are not nylon' })
  await expect(bristles).toHaveCount(1)
  await bristles.getByRole('link').click()
  const panel = page.getByRole('complementary', { name: 'A reader’s report' })
  await expect(panel).toContainText('polypropylene')
  expect(await axeFindings(page, 'reports')).toEqual([])
  expect(await overflow(page)).toBe(0)
  await pressKey(page, 't')
  await expect(panel.getByText('Petra Kell', { exact: true })).toBeVisible()
  await pressKey(page, 'd')
  await expect(bristles).toHaveCount(0)
  await page.getByRole('navigation', { name: 'Which reports' }).getByRole('link', { name: /^Done/ }).click()
  await bristles.getByRole('link').click()
  await pressKey(page, 'o')
  await page.waitForURL('**/desk/reports')
  await expect(bristles).toHaveCount(1)
})
