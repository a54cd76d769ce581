import type { APIRequestContext } from '@playwright/test'

import { pastedPage } from '#lib/testing/pasted'

import { addSection, editScreen } from './support/desk'
import { admin, expect, test } from './support/test'

const { text, kept, repeated, related, subHeads, tail } = pastedPage
const headline = 'Talks are to begin at once'
const path = '/world/talks-are-to-begin-at-once'
const update = 'Talks are to begin on Monday'
/** Stands in the text of both pages. */
const topic = text.includes('Vatican') ? 'Vatican' : 'harbour board'

/** Where readers come upon a story, besides its own page. @returns the addresses that have this headline */
async function found(request: APIRequestContext, words: string, section: string): Promise<string[]> {
  const places = ['/', section, `/search?q=${encodeURIComponent(`"${words}"`)}`, '/feed.xml', '/news-sitemap.xml']
  const pages = await Promise.all(places.map(async (place) => (await request.get(place)).text()))
  // The search page says again what was asked for; what it found are its headings, with the words marked.
  const hits = (page: string) => (page.match(/<h2>.*?<\/h2>/g) ?? []).join().replace(/<[^>]+>/g, '')
  return places.filter((place, at) => (place.startsWith('/search') ? hits(pages[at]!) : pages[at]!).includes(words))
}

test(`${pastedPage.name} is cleaned, tagged, published, read, updated and withdrawn @postgres`, async ({
  page,
  request,
  browser,
  addPerson,
  signIn,
}) => {
  test.slow()
  const admins = await (await browser.newContext()).newPage()
  await signIn(admins, admin)
  await addSection(admins, 'World', 'world')
  const editor = await addPerson({ role: 'editor' })
  await signIn(page, editor)
  const screen = editScreen(page)
  const { panel, dialog, bar } = screen
  const status = async () => (await request.get(path)).status()
  const everywhere = [
    '/',
    '/world',
    `/search?q=${encodeURIComponent(`"${headline}"`)}`,
    '/feed.xml',
    '/news-sitemap.xml',
  ]

  await test.step('a pasted page is looked through', async () => {
    await screen.begin()
    await screen.body.click()
    await screen.paste(text)
    await expect(panel.getByRole('heading', { name: 'Paste doctor' })).toBeVisible()
    await expect(panel.getByRole('listitem', { name: 'Repeated passage' })).toContainText(`${repeated} blocks`)
    await expect(panel.getByRole('listitem', { name: '“Also Read” lines' })).toContainText(`${related} lines`)
    await expect(panel.getByRole('listitem', { name: 'Lines that look like sub-heads' })).toContainText(
      `${subHeads.length} lines`,
    )
    await expect(panel.getByRole('listitem', { name: 'Tail of the web page' })).toContainText(`${tail} lines`)
    await expect(screen.body.locator(':scope > *')).toHaveCount(kept + repeated + tail)
  })

  await test.step('one click mends all that is certain, and one takes it back', async () => {
    const blocks = screen.body.locator(':scope > *')
    await panel.getByRole('button', { name: /^Apply all \d that are certain/ }).click()
    await expect(blocks).toHaveCount(kept)
    await panel.getByRole('button', { name: 'Undo' }).click()
    await expect(blocks).toHaveCount(kept + repeated + tail)
    await panel.getByRole('button', { name: /^Apply all/ }).click()
    await expect(blocks).toHaveCount(kept)
    await expect(screen.body.getByRole('heading', { level: 2 })).toHaveText(subHeads)
    await expect(screen.body.getByRole('group', { name: 'Also read' })).toHaveCount(related)
    await expect(panel.locator('summary')).toHaveText(`Tray ${tail} lines`)
    await screen.saved()
    await page.reload()
    await screen.saved()
    await panel.getByRole('tab', { name: /^Paste/ }).click()
    await expect(panel.locator('summary')).toHaveText(`Tray ${tail} lines`)
  })

  await test.step('headline, byline, section and topics; the text offers the topics it names', async () => {
    await screen.type(screen.headline, headline)
    await screen.addByline(editor.name)
    await panel.getByRole('tab', { name: 'Publish' }).click()
    await screen.chooseSection('World')
    await screen.addTopic(topic)
    await panel.getByRole('button', { name: `Remove ${topic}` }).click()
    await panel.getByRole('button', { name: new RegExp(`^${topic}`) }).click()
    await expect(panel.getByRole('button', { name: `Remove ${topic}` })).toBeVisible()
    await expect(panel.getByLabel('Slug')).toHaveValue('talks-are-to-begin-at-once')
  })

  await test.step('what must be mended stands in the way', async () => {
    await bar.getByRole('button', { name: /^Publish…/ }).click()
    await expect(dialog).toContainText('Publish waits for 2 things to be mended.')
    await expect(dialog.getByRole('button', { name: /^Publish now/ })).toBeDisabled()
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    for (let left = related; left > 0; left -= 1)
      await screen.body
        .getByRole('group', { name: 'Also read' })
        .first()
        .getByRole('button', { name: 'Remove' })
        .click()
    await expect(panel.getByText('Must be mended before publication')).toHaveCount(0)
  })

  await test.step('readers have it once it is published, and not before', async () => {
    await screen.saved()
    expect(await status()).toBe(404)
    expect(await found(request, headline, '/world')).toEqual([])
    await screen.publish()
    const live = await page.context().newPage()
    expect((await live.goto(path))!.status()).toBe(200)
    await expect(live.getByRole('heading', { level: 1 })).toHaveText(headline)
    const story = live.getByRole('article')
    await expect(story.getByRole('link', { name: editor.name })).toBeVisible()
    await expect(story.getByRole('navigation', { name: 'Topics' }).getByRole('link', { name: topic })).toBeVisible()
    const at = Date.parse((await story.locator('time').first().getAttribute('datetime')) ?? '')
    expect(Math.abs(Date.now() - at)).toBeLessThan(120_000)
    await expect(story.getByRole('heading', { level: 2 })).toHaveText(subHeads)
    expect(await found(request, headline, '/world')).toEqual(everywhere)
    await live.close()
  })

  await test.step('what is edited afterwards waits until Update', async () => {
    await expect(bar).toContainText('Live since')
    await screen.headline.click()
    await page.keyboard.press('Control+a')
    await page.keyboard.type(update)
    await screen.saved()
    await expect(bar).toContainText('1 change waits')
    await expect(bar).toContainText('Live since')
    expect(await (await request.get(path)).text()).toContain(headline)
    expect(await found(request, update, '/world')).toEqual([])
    await screen.publish()
    expect(await (await request.get(path)).text()).toContain(update)
    expect(await found(request, headline, '/world')).toEqual([])
    await expect(bar).not.toContainText('waits')
  })

  await test.step('withdrawn, it is nowhere but at its address, which says so', async () => {
    await panel.getByRole('button', { name: 'Withdraw…' }).click()
    await dialog.getByLabel('Note to readers').fill('The talks were not to begin on Monday.')
    await dialog.getByRole('button', { name: /^Withdraw / }).click()
    await expect(dialog).toBeHidden()
    const gone = await request.get(path)
    expect(gone.status()).toBe(410)
    expect(await gone.text()).toContain('The talks were not to begin on Monday.')
    expect(await found(request, update, '/world')).toEqual([])
    await expect(bar).toContainText('Withdrawn')
  })
})
