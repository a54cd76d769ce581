import { expect, test } from './support/test'

test.use({ demo: true, javaScriptEnabled: false })

test('a correction is told wherever readers meet the story; withdrawn, nothing of it is left', async ({
  page,
  press,
  request,
  server,
}) => {
  const id = await press.draft()
  const path = await press.publish(id)
  await page.goto(path)
  await expect(page.getByText('What changed')).toHaveCount(0)
  const before = await page.getByRole('heading', { level: 1 }).innerText()

  const headline = 'Quokkas counted at the weir'
  const note = 'The animals were wallabies, an earlier version said.'
  await press.correct(id, headline, note)
  await page.goto(path)
  await expect(page.getByRole('note', { name: /^Correction, / })).toContainText(note)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(headline)
  const [article] = await page.locator('script[type="application/ld+json"]').allTextContents()
  const told = JSON.parse(article ?? '')
  expect(told.correction).toMatchObject([{ '@type': 'CorrectionComment', text: note }])
  expect(told.dateModified).toBe(told.correction[0].datePublished)
  const updated = page.locator('.meta dd time').nth(1)
  await expect(updated).toHaveAttribute('datetime', told.dateModified)

  await page.locator('.meta').getByRole('link', { name: 'What changed' }).click()
  await expect(page).toHaveURL(`${server.baseUrl}${path}/versions`)
  await expect(page.locator('.version').first()).toContainText(note)
  await expect(page.locator('.version del').first()).toContainText(before.split(' ')[0] ?? '')
  await expect(page.locator('.version ins').first()).toContainText('Quokkas')
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/)

  await page.locator('footer').getByRole('link', { name: 'Corrections', exact: true }).click()
  const row = page.getByRole('article').filter({ hasText: note })
  await expect(row.getByRole('link', { name: headline })).toHaveAttribute('href', path)
  const feed = page.locator('head link[type="application/rss+xml"]').first()
  await expect(feed).toHaveAttribute('href', `${server.baseUrl}/corrections/feed.xml`)
  const read = async (address: string) => {
    const answer = await request.get(address)
    return { status: answer.status(), text: await answer.text() }
  }
  expect((await read('/corrections/feed.xml')).text).toContain(`<title>Correction: ${headline}</title>`)

  await press.withdraw(id)
  for (const address of [path, `${path}/versions`]) {
    const answer = await read(address)
    expect([answer.status, answer.text.includes('wallabies')], address).toEqual([410, false])
    expect(answer.text, address).not.toContain('Quokkas')
  }
  for (const address of [
    '/',
    '/corrections',
    '/corrections/feed.xml',
    '/feed.xml',
    '/sitemap.xml',
    '/search?q=quokkas',
  ]) {
    const { status, text } = await read(address)
    expect(status, address).toBe(200)
    expect(text, address).not.toMatch(/Quokkas|wallabies/)
    expect(text, address).not.toContain(path)
  }
})
