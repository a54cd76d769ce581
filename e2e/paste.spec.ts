import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'

import { cleanText } from '#lib/story/document/clean'
import { hostile } from '#lib/testing/hostile'

import { editScreen } from './support/desk'
import { admin, expect, test } from './support/test'

test.beforeEach(async ({ page, enter }) => {
  await enter(page, admin)
})

const sample = (name: string) => readFileSync(`lib/interchange/html/samples/${name}`, 'utf8')
const word = readFileSync('lib/interchange/docx/samples/harbour.docx')

/** Puts HTML on the clipboard as another program does, and pastes it. */
async function pasteHtml(page: Page, html: string) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  // Written by the Clipboard API it would be cleaned by the browser: this is what a program puts there.
  await page.evaluate((html) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', html)
    clipboardData.setData('text/plain', 'plain')
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, html)
}

/** Lets files fall on a part of the page. */
async function drop(page: Page, onto: string, files: { name: string; type?: string; content: Buffer }[]) {
  const sent = files.map(({ content, ...rest }) => ({ ...rest, content: content.toString('base64') }))
  await page.evaluate(
    ({ onto, sent }) => {
      const target = document.querySelector(onto)!
      const dataTransfer = new DataTransfer()
      for (const { name, type, content } of sent) {
        const bytes = Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0))
        dataTransfer.items.add(new File([bytes], name, { type }))
      }
      const { left, bottom } = target.getBoundingClientRect()
      const place = { clientX: left + 20, clientY: bottom - 8, bubbles: true, cancelable: true, dataTransfer }
      for (const name of ['dragenter', 'dragover', 'drop']) target.dispatchEvent(new DragEvent(name, place))
    },
    { onto, sent },
  )
}

test('a Word file is taken from our own pages alone, and for a story that one may write in', async ({
  page,
  baseURL,
}) => {
  const send = (origin?: string) =>
    page.request.post('/api/stories/nowhere/word', { data: word, headers: origin ? { origin } : {} })
  expect((await send('https://elsewhere.example')).status()).toBe(403)
  const answer = await send(baseURL)
  expect([answer.status(), await answer.json()]).toEqual([404, { error: 'not-found', message: expect.any(String) }])
})

test('what is copied in a writing program comes as blocks, and no picture of it is asked for', async ({ page }) => {
  const screen = editScreen(page)
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await screen.begin()
  await screen.body.click()
  await pasteHtml(page, sample('word.html').replace('<h2>', '<img src="https://spy.example/1.png"><h2>'))
  await expect(screen.body.locator('h2')).toHaveText(['Why the gates closed early', 'What was measured'])
  await expect(screen.body.locator('ul ul > li')).toHaveText(['at five', 'at seven'])
  await expect(screen.body.locator('ol > li')).toHaveText(['Close the gates', 'Tell the ferry'])
  await expect(screen.body.locator('a')).toHaveAttribute('href', 'https://tides.example/log?day=12')
  await expect(screen.body.locator('table')).toContainText('05:12')
  await expect(page.getByText('A picture was left out')).toBeVisible()
  // Long enough for the doctor; what is short is not looked at.
  await expect(screen.panel.getByRole('tab', { name: /^Paste/, selected: true })).toBeVisible()
  await screen.saved()
  expect(asked.filter((url) => url.includes('spy.example'))).toEqual([])
  await page.keyboard.press('Control+z')
  await expect(screen.body).toHaveText('')
})

test('Markdown is understood, and one undo gives the plain text; Ctrl Shift V takes the words as they are', async ({
  page,
}) => {
  const screen = editScreen(page)
  await screen.begin()
  await screen.body.click()
  await screen.paste(
    '## What was measured\n\nThe **sill**, see [the log](https://tides.example/?utm_id=1).\n\n- one\n- two',
  )
  await expect(screen.body.locator('h2')).toHaveText('What was measured')
  await expect(screen.body.locator('strong')).toHaveText('sill')
  await expect(screen.body.locator('li')).toHaveText(['one', 'two'])
  await page.keyboard.press('Control+z')
  await expect(screen.body.locator('p').first()).toHaveText('## What was measured')
  await expect(screen.body.locator('li, h2, strong')).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(screen.body).toHaveText('')
  await page.keyboard.press('Control+Shift+v')
  await expect(screen.body.locator('p')).toHaveCount(4)
  await expect(screen.body.locator('p').nth(1)).toHaveText(
    'The **sill**, see [the log](https://tides.example/?utm_id=1).',
  )
  await expect(screen.body.locator('a')).toHaveCount(0)
  await page.keyboard.press('Enter')
  await page.keyboard.type('/plain')
  await page.keyboard.press('Enter')
  await expect(screen.body.locator('p')).toHaveCount(8)
  await expect(screen.panel.getByRole('tab', { name: /^Paste/, selected: true })).toBeHidden()
})

test('a Word file is dropped into the text; what is none is refused in words', async ({ page }) => {
  const screen = editScreen(page)
  await screen.begin()
  await screen.type(screen.body, 'Before.')
  await page.keyboard.press('Enter')
  await page.keyboard.type('After.')
  await drop(page, '.part-body p:first-child', [{ name: 'harbour.docx', content: word }])
  await expect(page.getByText('harbour.docx is in the text.')).toBeVisible()
  const blocks = screen.body.locator(':scope > *')
  await expect(blocks.first()).toHaveText('Before.')
  await expect(blocks.nth(1)).toHaveText('Why the gates closed early')
  await expect(blocks.last()).toHaveText('After.')
  await expect(screen.panel.getByRole('tab', { name: /^Paste/, selected: true })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(screen.body.locator(':scope > *')).toHaveText(['Before.', 'After.'])

  await drop(page, '.part-headline', [{ name: 'report.docx', content: Buffer.from('%PDF-1.7') }])
  await expect(page.getByRole('alert').filter({ hasText: 'This is a PDF' })).toBeVisible()
  await drop(page, '.part-body', [{ name: 'old.doc', content: Buffer.from('x') }])
  await expect(page.getByRole('alert').filter({ hasText: 'old Word file' })).toBeVisible()
  await page.getByRole('button', { name: 'Close', exact: true }).click()

  await screen.body.click()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  const chooser = page.waitForEvent('filechooser')
  await page.keyboard.type('/file')
  await page.keyboard.press('Enter')
  await (await chooser).setFiles([
    {
      name: 'notes.md',
      mimeType: 'text/markdown',
      buffer: Buffer.from('### Small\n\nWith a [link](https://a.example).'),
    },
    { name: 'page.html', mimeType: 'text/html', buffer: Buffer.from('<h2>Page</h2><script>alert(1)</script><p>Words') },
    { name: 'plain.txt', mimeType: 'text/plain', buffer: Buffer.from('Only words\nin lines') },
  ])
  await expect(page.getByText('plain.txt is in the text.')).toBeVisible()
  await expect(screen.body.locator(':scope > *').filter({ hasText: /\S/ })).toHaveText([
    'Before.',
    'After.',
    'Small',
    'With a link.',
    'Page',
    'Words',
    'Only words',
    'in lines',
  ])
})

test('strings that break programs are words, however they are pasted, and after a reload still the same', async ({
  page,
}) => {
  const screen = editScreen(page)
  await screen.begin()
  await screen.body.click()
  // Half a sign is no text that a clipboard could hold.
  const strings = hostile.filter((text) => text === Buffer.from(text).toString())
  const lines = strings.map(cleanText).filter(Boolean)
  await screen.paste(strings.join('\n'))
  const strange = screen.body.locator('h2, h3, strong, em, li, blockquote, iframe, img, script, table')
  await expect(screen.body.locator(':scope > p')).not.toHaveCount(1)
  await expect(strange).toHaveCount(0)
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+Shift+v')
  const shown = () => screen.body.locator(':scope > p').evaluateAll((all) => all.map((one) => one.textContent))
  await expect.poll(shown).toEqual(lines)
  await screen.saved()
  await page.reload()
  await expect.poll(shown).toEqual(lines)
  await expect(strange).toHaveCount(0)
})
