import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { chromium, type Page } from '@playwright/test'

import { chromiumLaunch } from '../support/chromium'
import type { Figure, Options } from '../support/long-run'
import { startServer } from '../support/server'
import { pagesOn, withdrawn } from '../support/site-pages'
import { compare, most, small } from './compare'

const folder = 'e2e/audit/looks'
const results = 'e2e/results/looks'

/** When the paper was filled whose pages are looked at: a Thursday morning. */
const hour = '2026-05-14T08:14:00Z'

/** The window's width and height, and the width at which a picture of it is kept. */
const windows = [
  [390, 844, 140],
  [768, 1024, 208],
  [1280, 900, 256],
  [1920, 1080, 288],
] as const
const schemes = ['light', 'dark'] as const
/** So many windows of a page are looked at, from its top down. */
const screens = 3

/** About a third of the smallest: another machine may break a line elsewhere. */
const gross = 10_000

/** They look like others. */
const alike = [
  '/politics/nothing-here',
  '/topics/nothing-here',
  '/archive/2001/02/30',
  '/missing',
  `${withdrawn}/versions`,
]
const paths = pagesOn(new Date(hour))
  .map(([path]) => path)
  .filter((path) => !alike.includes(path))

const reader = { locale: 'en-GB', reducedMotion: 'reduce', serviceWorkers: 'block' } as const

type Shot = { name: string; picture: Buffer }

/**
 * Every kind of page beside the picture of it that is kept, in four widths and two looks; a short run looks at the home page
 * alone, and is held against gross difference only. `--renew` keeps what is seen now.
 */
export async function looks({ short, renew }: Options): Promise<Figure[]> {
  const clock = `--import=${join(process.cwd(), '.build/clock.mjs')}`
  const server = await startServer({ args: ['--demo'], env: { NODE_OPTIONS: clock, STET_CLOCK_FROM: hour } })
  const browser = await chromium.launch(chromiumLaunch)
  try {
    rmSync(results, { recursive: true, force: true })
    if (renew) rmSync(folder, { recursive: true, force: true })
    const figures: Figure[] = []
    for (const path of short ? paths.slice(0, 1) : paths) {
      // Each in a browser that has kept no story; its faces come with the first visit.
      const page = await browser.newPage({ ...reader, baseURL: server.baseUrl })
      await page.goto(path)
      figures.push(await look(page, path, short ? gross : most, renew))
      await page.close()
    }
    return figures
  } finally {
    await browser.close()
    await server.stop()
  }
}

async function look(page: Page, path: string, may: number, renew: boolean): Promise<Figure> {
  const wrong: string[] = []
  for (const [width, height, kept] of windows) {
    await page.setViewportSize({ width, height })
    const shoot = () => shotsOf(page, path, kept)
    if (renew) for (const { name, picture } of await settled(shoot)) write(folder, `${name}.webp`, picture)
    // On a busy machine a face may come too late for a page.
    const found = await differing(await shoot(), may)
    if (found.length) wrong.push(...(await differing(await shoot(), may)))
  }
  return {
    name: `looks of ${path}`,
    value: wrong.length ? `${wrong.join(', ')}: see ${results}` : 'as kept',
    goal: `at most ${may} pixels of a kept picture differ`,
    holds: wrong.length === 0,
  }
}

/** What is seen twice in a row. */
async function settled(shoot: () => Promise<Shot[]>): Promise<Shot[]> {
  let before = await shoot()
  for (let tries = 0; tries < 5; tries += 1) {
    const now = await shoot()
    const pairs = now.map(({ picture }, i) => compare(before[i]?.picture ?? picture, picture))
    if ((await Promise.all(pairs)).every(({ pixels }) => pixels === 0)) return now
    before = now
  }
  return before
}

/** The page in both looks, in the window as it is. */
async function shotsOf(page: Page, path: string, kept: number): Promise<Shot[]> {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 }
  await page.goto(path)
  await page.evaluate(() => {
    for (const image of document.images) Object.assign(image, { loading: 'eager', decoding: 'sync' })
    return document.fonts.ready
  })
  await page.waitForFunction(() =>
    [...document.images].every(({ complete, naturalWidth }) => complete && naturalWidth > 0),
  )
  await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())))
  const whole = await page.evaluate(() => document.documentElement.scrollHeight)
  const clip = { x: 0, y: 0, width, height: Math.min(whole, height * screens) }
  const shots: Shot[] = []
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme })
    const shot = await page.screenshot({ fullPage: true, clip, animations: 'disabled', type: 'jpeg', quality: 95 })
    shots.push({ name: `${nameOf(path)}-${width}-${colorScheme}`, picture: await small(shot, kept) })
  }
  return shots
}

const nameOf = (path: string) =>
  path
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replaceAll(' ', '-') || 'home'

/** @returns in which window and look the page is another one; both pictures are then to be seen */
async function differing(shots: Shot[], may: number): Promise<string[]> {
  const found: string[] = []
  for (const { name, picture } of shots) {
    const file = join(folder, `${name}.webp`)
    const where = name.split('-').slice(-2).join(' ')
    const there = existsSync(file)
    const { pixels, difference } = await compare(there ? readFileSync(file) : picture, picture)
    for (const made of [`${name}.webp`, `${name}-difference.png`]) rmSync(join(results, made), { force: true })
    if (there && pixels <= may) continue
    write(results, `${name}.webp`, picture)
    if (there) write(results, `${name}-difference.png`, difference)
    found.push(there ? `${where} differs in ${pixels} pixels` : `${where} is new`)
  }
  return found
}

function write(into: string, name: string, picture: Buffer) {
  mkdirSync(into, { recursive: true })
  writeFileSync(join(into, name), picture)
}
