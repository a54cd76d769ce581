import type { Browser, Page } from '@playwright/test'

import type { RunningServer } from './server'

/** Milliseconds from the click, `ready` (for the editor itself) from the page's load event; bytes of scripts on the wire. */
export type Opened = { visible: number; landed: number; ready: number; scripts: number }

type Options = { browser: Browser; server: RunningServer; cookie: string; id: string; slowed: number }

type Seen = {
  visible: number
  /** The editor itself is there. */
  ready: number
  landed: number
  /** The first block, before a key was pressed. */
  first: string
  keys: number[]
  until: Record<'ready' | 'landed' | 'open', Promise<void>>
}
type Watching = Window & { seen: Seen }

/** Opens a story in a browser that has kept nothing, goes to the text as soon as it is there, and types a letter. */
export async function openEditor({ browser, server, cookie, id, slowed }: Options) {
  const context = await browser.newContext({ baseURL: server.baseUrl, viewport: { width: 1280, height: 800 } })
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, url: server.baseUrl }])
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowed })
  const scripts = new Map<string, number>()
  session.on('Network.responseReceived', ({ requestId, type }) => type === 'Script' && scripts.set(requestId, 0))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) scripts.set(requestId, encodedDataLength)
  })
  await page.addInitScript(watch)
  await page.goto(`/desk/stories/${id}`, { waitUntil: 'commit' })
  // Playwright's own way to wait for what a function says needs eval, which the desk's policy forbids.
  await page.evaluate(() => (window as unknown as Watching).seen.until.open)
  await page.keyboard.press('Q')
  await page.evaluate(() => (window as unknown as Watching).seen.until.landed)
  await page.evaluate(() => (window as unknown as Watching).seen.until.ready)
  await page.waitForLoadState('networkidle')
  const times = await page.evaluate(() => {
    const [{ loadEventEnd = 0 } = {}] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    const { visible, ready, landed } = (window as unknown as Watching).seen
    return { visible, landed, ready: ready - loadEventEnd }
  })
  const bytes = [...scripts.values()].reduce((sum, one) => sum + one, 0)
  return { page, opened: { ...times, scripts: bytes } satisfies Opened, close: () => context.close() }
}

/** Runs in the page from its start, once a frame; a frame is what a person can see. */
function watch() {
  const tell = { ready: () => {}, landed: () => {}, open: () => {} }
  const until = {
    ready: new Promise<void>((resolve) => (tell.ready = resolve)),
    landed: new Promise<void>((resolve) => (tell.landed = resolve)),
    open: new Promise<void>((resolve) => (tell.open = resolve)),
  }
  const seen: Seen = { visible: 0, ready: 0, landed: 0, first: '', keys: [], until }
  Object.assign(window, { seen })
  const look = () => {
    const bodies = [...document.querySelectorAll<HTMLElement>('.part-body')]
    const body = bodies.find((one) => one.isContentEditable) ?? bodies[0]
    const first = body?.firstElementChild?.textContent
    if (first) seen.visible ||= performance.now()
    if (first && body?.isContentEditable && !seen.first) {
      seen.first = first
      body.focus()
      tell.open()
    }
    if (seen.first && first !== seen.first && !seen.landed) {
      seen.landed = performance.now()
      tell.landed()
    }
    if (seen.landed && body?.classList.contains('ProseMirror')) {
      seen.ready = performance.now()
      tell.ready()
    } else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
  // What comes behind the frame's own work is told when the frame is done.
  const ended = new MessageChannel()
  const pressed: number[] = []
  ended.port1.onmessage = () => {
    for (const at of pressed.splice(0)) seen.keys.push(performance.now() - at)
  }
  window.addEventListener(
    'keydown',
    ({ timeStamp }) =>
      requestAnimationFrame(() => {
        pressed.push(timeStamp)
        ended.port2.postMessage(null)
      }),
    true,
  )
}

/** The body's editor of a page that `openEditor` has opened. */
export const editorOf = (page: Page) => ({
  async goToMiddle() {
    const block = page.locator('.part-body > p')
    await block.nth(Math.floor((await block.count()) / 2)).click()
  },
  /** Types at a quick writer's pace, with a rest after each few letters. @returns how long each took, in milliseconds */
  async keys(count: number): Promise<number[]> {
    await page.evaluate(() => (window as unknown as Watching).seen.keys.splice(0))
    for (let i = 1; i <= count; i += 1) {
      await page.keyboard.press(i % 6 ? 'e' : 'Space')
      await page.waitForTimeout(i % 12 ? 70 : 400)
    }
    await page.waitForTimeout(200)
    return page.evaluate(() => (window as unknown as Watching).seen.keys)
  },
})
