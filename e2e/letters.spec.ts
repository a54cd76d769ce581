import type { Page } from '@playwright/test'

import { paragraph } from '#lib/testing/stories'

import { admin, expect, test } from './support/test'

// Files are slowed down and counted, which a service worker would hide.
test.use({ demo: true, serviceWorkers: 'block' })

/** Which faces an element's text is drawn with, and whether each came from us. */
async function drawnWith(page: Page, selector: string) {
  const session = await page.context().newCDPSession(page)
  await session.send('DOM.enable')
  await session.send('CSS.enable')
  const { root } = await session.send('DOM.getDocument')
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector })
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId })
  await session.detach()
  return fonts.map(({ familyName, isCustomFont }) => (isCustomFont ? familyName : `${familyName} of the machine`))
}

/** Names of the further files that a page is sent; all of them have one part more than the first ones. */
function furtherFiles(page: Page) {
  const names: string[] = []
  page.on('request', (request) => {
    const [, name] = /\/fonts\/(stet-(?:head|text(?:-italic)?|desk)-[a-z]{3,4})\.woff2$/.exec(request.url()) ?? []
    if (name) names.push(name)
  })
  return names
}

for (const [language, headline, text, files] of [
  ['Polish', 'Wałęsa jedzie do Łodzi', 'Źdźbło świętej jakości.', ['stet-head-ext', 'stet-text-ext']],
  ['Greek', 'Η Αθήνα ξυπνά', 'Καλημέρα σε όλους.', ['stet-head-grek', 'stet-text-grek']],
  ['Ukrainian', 'Київ прокидається', 'Ґанок і їжак.', ['stet-head-cyrl', 'stet-text-cyrl']],
  ['Vietnamese', 'Người về từ phố cổ', 'Một buổi sáng.', ['stet-head-viet', 'stet-text-viet']],
  ['English about Gdańsk', 'The gates of Gdańsk', 'They are shut.', ['stet-head-ext']],
] as const)
  test(`${language}: it is in the paper’s own faces, of which those letters’ files are fetched`, async ({
    page,
    press,
  }) => {
    const path = await press.publish(
      await press.write({ headline, section: 'culture', blocks: [paragraph('a', text)] }),
    )
    const fetched = furtherFiles(page)
    // On a machine with much to do they may be late once; without being preloaded they are so each time.
    await expect(async () => {
      await page.goto(path)
      await page.evaluate(() => document.fonts.ready)
      expect(new Set(await drawnWith(page, '.story h1'))).toEqual(new Set(['Stet Head']))
      expect(new Set(await drawnWith(page, '.story .text p'))).toEqual(new Set(['Stet Text']))
    }).toPass({ timeout: 20_000 })
    expect(fetched).toEqual(expect.arrayContaining([...files]))
  })

test('italics are shown, too, in rarer letters as well', async ({ page, press }) => {
  const slanted = { type: 'text' as const, text: 'El año de Łódź', marks: [{ type: 'italic' as const }] }
  const blocks = [{ type: 'paragraph' as const, attrs: { id: 'a' }, content: [slanted] }]
  const path = await press.publish(await press.write({ headline: 'A book', section: 'culture', blocks }))
  await expect(async () => {
    await page.goto(path)
    await page.evaluate(() => document.fonts.ready)
    expect(new Set(await drawnWith(page, '.story .text em'))).toEqual(new Set(['Stet Text']))
  }).toPass({ timeout: 20_000 })
})

test('at the desk they are written in the same faces', async ({ page, press, enter }) => {
  const id = await press.write({
    ...{ headline: 'Wałęsa jedzie do Łodzi', section: 'culture' },
    blocks: [paragraph('a', 'Źdźbło świętej jakości.')],
  })
  await enter(page, admin)
  const fetched = furtherFiles(page)
  await page.goto(`/desk/stories/${id}`)
  await expect.poll(() => fetched).toEqual(expect.arrayContaining(['stet-head-ext', 'stet-text-ext']))
})

test('an English page fetches none of them', async ({ page }) => {
  const fetched = furtherFiles(page)
  for (const path of ['/river-and-coast/barrier-hinges', '/topics', '/corrections']) {
    await page.goto(path)
    await page.evaluate(() => document.fonts.ready)
  }
  expect(fetched).toEqual([])
})

test('nothing moves when they are late: the lines stay in the face that was there', async ({ page, press }) => {
  const text = 'Zażółć gęślą jaźń, a potem wróć do Łodzi nad Wisłą. '.repeat(8)
  const path = await press.publish(
    await press.write({
      headline: 'Źdźbło trawy nad Łódką świętego Wojciecha',
      section: 'culture',
      blocks: [paragraph('a', text)],
    }),
  )
  await page.addInitScript(() => {
    const said = globalThis as { moved?: number }
    said.moved = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        said.moved = (said.moved ?? 0) + (entry as unknown as { value: number }).value
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await page.route('**/fonts/*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1200))
    await route.continue()
  })
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 })
    await page.goto(path)
    await page.waitForTimeout(1800)
    expect(await page.evaluate(() => (globalThis as { moved?: number }).moved), `${width} pixels`).toBe(0)
  }
})
