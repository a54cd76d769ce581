import { axeFindings, overflow } from './support/axe'
import { addSection } from './support/desk'
import { writeIn } from './support/fronts'
import { htmlFindings } from './support/html'
import { admin, expect } from './support/test'
import { test } from './support/two'

test('an editor puts a story into the breaking bar; readers have it on every page, until it or the story is taken down', async ({
  page,
  press,
  request,
  addPerson,
  enter,
  browserOf,
}) => {
  await addSection(await browserOf(admin), 'Gates')
  const editor = await addPerson({ role: 'editor' })
  const id = await writeIn(press, 'gates', 'All five gates close')
  await press.publish(id)
  await enter(page, editor)
  await page.goto(`/desk/stories/${id}`)
  await page.getByRole('link', { name: 'Put it into the breaking bar…' }).click()
  await expect(page.getByText('Nothing stands over the pages now.')).toBeVisible()
  await expect(page.getByLabel('Text')).toHaveValue('All five gates close')
  // However soon it is sent, before its scripts run or before the hour was read.
  await page.getByLabel('Until', { exact: true }).fill('yesterday 6am')
  await page.getByRole('button', { name: 'Put it over every page' }).click()
  await expect(page.getByText('Some fields need another look.')).toBeVisible()
  await expect(page.getByLabel('Text')).toHaveValue('All five gates close')
  await page.getByLabel('Until', { exact: true }).fill('in 2 hours')
  await expect(page.locator('input[name=until]')).toHaveValue(/^\d{13}$/)
  await page.getByRole('button', { name: 'Put it over every page' }).click()
  await expect(page.getByRole('heading', { name: 'Readers see it now' })).toBeVisible()
  await expect(page.getByText('It goes by itself')).toBeVisible()
  expect(await axeFindings(page, 'the breaking bar')).toEqual([])

  const path = await press.path(id)
  for (const address of ['/', path, '/topics', '/nothing-here']) {
    const html = await (await request.get(address)).text()
    expect(html, address).toContain(`href="${path}">All five gates close</a></p></aside>`)
    expect(await htmlFindings(html), address).toEqual([])
  }
  const reader = await (await page.context().browser()!.newContext()).newPage()
  for (const colorScheme of ['light', 'dark'] as const) {
    await reader.emulateMedia({ colorScheme })
    await reader.setViewportSize({ width: 390, height: 844 })
    await reader.goto(new URL('/', page.url()).href)
    await expect(reader.getByRole('complementary', { name: 'Breaking' })).toBeVisible()
    expect(await overflow(reader)).toBe(0)
    expect(await axeFindings(reader, `home, ${colorScheme}`)).toEqual([])
  }
  await reader.context().close()

  await press.withdraw(id)
  expect(await (await request.get('/')).text()).not.toContain('All five gates close')
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Set, but not shown' })).toBeVisible()
  await page.getByRole('button', { name: 'Take it down' }).click()
  await expect(page.getByText('Nothing stands over the pages now.')).toBeVisible()
})
