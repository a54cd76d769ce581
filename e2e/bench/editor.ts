import { type Browser, chromium } from '@playwright/test'

import { chromiumLaunch } from '../support/chromium'
import { editorOf, type Opened, openEditor } from '../support/editor'
import { atMost, type Figure, median } from '../support/long-run'
import { type Press, startPress } from '../support/press'
import { type RunningServer, startServer } from '../support/server'
import { startTypist, withAdmin } from '../support/typists'

/** Milliseconds from the click, and with the CPU slowed four times; KiB over the wire. */
const goal = { visible: 900, landed: 1000, slowed: 1400, scripts: 420, key: 40, ready: 2000 }

/** Pages of the desk on which nobody writes a story. */
const elsewhere = [
  '/desk',
  '/desk/stories',
  '/desk/media',
  '/desk/topics',
  '/account',
  '/admin/people',
  '/admin/settings',
]

type Bench = { server: RunningServer; press: Press; browser: Browser; cookie: string; short: boolean }

/** The edit screen in a browser that has never seen the desk: what it loads, when one can write, and how keys feel. */
export async function editor({ short }: { short: boolean }): Promise<Figure[]> {
  // First, as it is what a machine may lack; a server would be left behind.
  const browser = await chromium.launch(chromiumLaunch)
  const server = await startServer(withAdmin)
  const press = startPress(server)
  try {
    const me = await press.signIn()
    const bench = { server, press, browser, cookie: me.cookie, short }
    return [
      ...(await ordinary(bench)),
      ...(await long(bench, (id) => startTypist(server.baseUrl, id, me, 'a'))),
      await onlyThere(bench),
    ]
  } finally {
    await browser.close()
    await press.close()
    await server.stop()
  }
}

/** The first round fills the server's own caches. */
async function ordinary({ short, ...bench }: Bench): Promise<Figure[]> {
  const rounds = async (slowed: number) => {
    const all: Opened[] = []
    for (let round = 0; round < (short ? 2 : 6); round += 1) {
      const { opened, close } = await openEditor({ ...bench, slowed, id: await bench.press.draft() })
      all.push(opened)
      await close()
    }
    return all.slice(1)
  }
  const [plain, slowed] = [await rounds(1), short ? [] : await rounds(4)]
  const kib = (plain[0]?.scripts ?? Number.NaN) / 1024
  const of = (all: Opened[], what: 'visible' | 'landed') => median(all.map((one) => one[what]))
  return [
    {
      name: 'scripts of the edit screen on the wire',
      value: `${kib.toFixed(1)} KiB`,
      goal: `≤ ${goal.scripts} KiB`,
      holds: kib <= goal.scripts,
    },
    atMost(goal.visible, 'an ordinary story, opened until its text is visible', of(plain, 'visible'), short),
    atMost(goal.landed, '… until the first key has landed', of(plain, 'landed'), short),
    ...(short ? [] : [atMost(goal.slowed, '… with the CPU slowed 4 ×', of(slowed, 'landed'), short)]),
  ]
}

/** Keys are counted from the event to the end of the frame that shows it, with the rests in which the screen follows. */
async function long(bench: Bench, colleague: (id: string) => ReturnType<typeof startTypist>): Promise<Figure[]> {
  const { short } = bench
  const id = await bench.press.long(30_000, 200)
  const { page, opened, close } = await openEditor({ ...bench, slowed: 1, id })
  const typing = editorOf(page)
  await typing.goToMiddle()
  const alone = await typing.keys(short ? 40 : 240)
  const figures = [
    atMost(goal.ready, '30,000 words with 200 rich blocks, loaded until they can be written in', opened.ready, short),
    // Of few keys on a busy machine the slowest tell of the machine.
    short
      ? atMost(goal.key, '… a key until it is on the screen, median', median(alone), short, `${alone.length} keys`)
      : atMost(goal.key, '… a key until it is on the screen, p95', p95(alone), short, `${alone.length} keys`),
  ]
  if (!short) {
    const other = await colleague(id)
    let stopped = false
    const theirs = other.type(100, () => stopped)
    const beside = await typing.keys(240)
    stopped = true
    await theirs
    await other.connection.destroy()
    figures.push(atMost(goal.key, '… while a colleague types', p95(beside), short, `${beside.length} keys`))
  }
  await close()
  return figures
}

async function onlyThere({ browser, server, cookie, press }: Bench): Promise<Figure> {
  const context = await browser.newContext({ baseURL: server.baseUrl })
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, url: server.baseUrl }])
  const page = await context.newPage()
  const loading: Promise<boolean>[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script')
      loading.push(
        response.text().then(
          (text) => text.includes('ProseMirror'),
          () => false,
        ),
      )
  })
  const has = async (path: string) => {
    loading.length = 0
    await page.goto(path, { waitUntil: 'networkidle' })
    await page
      .locator('main a[href*="/desk/stories/"]')
      .first()
      .hover({ timeout: 300 })
      .catch(() => {})
    await page.waitForTimeout(300)
    return (await Promise.all(loading)).some(Boolean)
  }
  const there = await has(`/desk/stories/${await press.draft()}`)
  const others: string[] = []
  for (const path of elsewhere) if (await has(path)) others.push(path)
  await context.close()
  return {
    name: 'pages with the editor’s script',
    value: [...(there ? ['the edit screen'] : []), ...others].join(', '),
    goal: 'the edit screen alone',
    holds: there && others.length === 0,
  }
}

function p95(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN
}
