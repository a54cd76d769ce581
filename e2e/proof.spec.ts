import type { Page } from '@playwright/test'

import { axeFindings, overflow } from './support/axe'
import { addSection, editScreen } from './support/desk'
import { admin, expect, test } from './support/test'

test.beforeEach(async ({ page, enter }) => enter(page, admin))

/** A story that readers have. @returns its screen, and its id */
async function published(page: Page, section: string, headline: string, topic: string) {
  await addSection(page, section)
  const screen = editScreen(page)
  const address = await screen.begin()
  await screen.fit(headline, section, admin.name)
  await screen.addTopic(topic)
  await screen.type(screen.body, 'At five.')
  await screen.saved()
  await screen.publish()
  return { screen, id: address.split('/').pop() ?? '' }
}

test('after a withdrawal each address of the paper is asked, and shown clean @postgres', async ({ page, request }) => {
  const { screen } = await published(page, 'Breakwaters', 'Breakwater gives way', 'Sea walls')
  const { panel, dialog } = screen
  const proof = panel.getByRole('table', { name: 'What the paper’s addresses answered' })
  // Kept by the edge with the story in them: what is asked later is not made for the first time.
  for (const path of ['/', '/breakwaters', '/topics/sea-walls', '/feed.xml', '/search?q=way+gives+Breakwater'])
    expect(await (await request.get(path)).text(), path).toContain('breakwater-gives-way')
  await expect(panel.getByRole('heading', { name: 'Is it gone?' })).toHaveCount(0)

  await panel.getByRole('button', { name: 'Withdraw…' }).click()
  await dialog.getByRole('button', { name: /^Withdraw/ }).click()
  await expect(panel).toContainText(/Gone\. 1\d addresses asked, all clean\./)
  await panel.getByText('What each address answered').click()
  for (const [place, said] of [
    ['The story /breakwaters/breakwater-gives-way', 'Gone'],
    ['What changed /breakwaters/breakwater-gives-way/versions', 'Gone'],
    ['Home /', 'Clean'],
    ['Section /breakwaters', 'Clean'],
    ['Topic /topics/sea-walls', 'Gone'],
    ['Byline /bylines/petra-kell', 'Clean'],
    ['Search /search?q=way+gives+Breakwater', 'Clean'],
    ['Feed /feed.xml', 'Clean'],
    ['Sitemap /sitemap.xml', 'Clean'],
    ['News sitemap /news-sitemap.xml', 'Clean'],
  ])
    await expect(proof.getByRole('row', { name: `${place} ${said}`, exact: true })).toBeVisible()
  await expect(proof.getByRole('columnheader')).toHaveText(['Address', 'Here'])
  await expect(panel).toContainText('by Stet, after the withdrawal')
  expect(await axeFindings(page, 'the panel')).toEqual([])

  await test.step('it is asked again, by the keyboard, and says for whom', async () => {
    await panel.getByRole('button', { name: 'Ask again' }).focus()
    await page.keyboard.press('Enter')
    await expect(panel).toContainText(`for ${admin.name}`)
    await expect(panel.getByRole('button', { name: 'Ask again' })).toBeFocused()
    await expect(panel).toContainText(/Gone\. 1\d addresses asked, all clean\./)
  })

  await test.step('it fits a phone', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.getByRole('button', { name: /^Panel: / }).click()
    // What one has opened stays open.
    await expect(proof).toBeVisible()
    expect(await overflow(page)).toBe(0)
  })

  await test.step('the audit tells it without a word of the story', async () => {
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.goto('/admin/audit?act=proof')
    const entry = page.getByRole('row').filter({ hasText: 'asked whether the withdrawn story is gone' }).first()
    await expect(entry).toContainText(/Here: 1\d addresses asked, all clean/)
  })
})

test('what still names it is red, with why; who publishes there is told, and it is clean once that is mended', async ({
  page,
}) => {
  const { screen } = await published(page, 'Groynes', 'Groyne under water', 'Tide tables')
  const { panel, dialog } = screen
  const address = page.url()
  // Another story names its address in a line that lists and feeds show: no withdrawal takes that away.
  await screen.begin()
  await screen.fit('Tides this week', 'Groynes', admin.name)
  await screen.type(screen.standfirst, 'More at paper.example/groynes/groyne-under-water today.')
  await screen.type(screen.body, 'At six.')
  await screen.saved()
  await screen.publish()
  const other = page.url()

  await page.goto(address)
  await panel.getByRole('button', { name: 'Withdraw…' }).click()
  await dialog.getByRole('button', { name: /^Withdraw/ }).click()
  await expect(panel.getByRole('alert')).toContainText(/Not gone everywhere: \d addresses of 1\d did not answer/)
  const row = (name: RegExp) => panel.getByRole('row', { name })
  await expect(row(/^Section \/groynes Leads to its address\. Not clean$/)).toBeVisible()
  await expect(row(/^Feed \/feed\.xml Leads to its address\. Not clean$/)).toBeVisible()
  await expect(row(/^The story \/groynes\/groyne-under-water Gone$/)).toBeVisible()
  expect(await axeFindings(page, 'the panel')).toEqual([])
  await page.goto('/desk/notifications')
  await expect(page.getByRole('listitem').filter({ hasText: 'Groyne under water' })).toContainText(
    'Withdrawn, and not gone everywhere',
  )

  await screen.open(other)
  await screen.standfirst.press('Control+a')
  await screen.standfirst.press('Delete')
  await screen.saved()
  await screen.publish()
  await page.goto(address)
  await panel.getByRole('button', { name: 'Ask again' }).click()
  await expect(panel).toContainText(/Gone\. 1\d addresses asked, all clean\./)
  await expect(panel.getByRole('alert')).toHaveCount(0)
})
