import { chromium } from '@playwright/test'
import lighthouse from 'lighthouse'

import { chromiumLaunch } from '../support/chromium'
import type { Figure } from '../support/long-run'
import { freePort, startServer } from '../support/server'

const categories = ['accessibility', 'best-practices', 'seo']
const pages = { 'a story': '/river-and-coast/surge-watch', 'the home page': '/' }

/** What Lighthouse finds on the demo paper, as a phone sees it; a short run looks at the story alone. */
export async function lighthouseScores({ short }: { short: boolean }): Promise<Figure[]> {
  const server = await startServer({ demo: true })
  const port = await freePort()
  const { args, ...launch } = chromiumLaunch
  const browser = await chromium.launch({ ...launch, args: [`--remote-debugging-port=${port}`, ...args] })
  try {
    const figures: Figure[] = []
    for (const [page, path] of Object.entries(pages).slice(0, short ? 1 : undefined))
      figures.push(...(await scores(page, server.baseUrl + path, port)))
    return figures
  } finally {
    await browser.close()
    await server.stop()
  }
}

async function scores(page: string, url: string, port: number): Promise<Figure[]> {
  const result = await lighthouse(url, { port, onlyCategories: categories, logLevel: 'error' })
  if (!result || result.lhr.runtimeError)
    throw new Error(result?.lhr.runtimeError?.message ?? 'Lighthouse said nothing.')
  const { lhr } = result
  return Object.values(lhr.categories).map(({ title, score, auditRefs }) => {
    const points = Math.round((score ?? 0) * 100)
    const findings = auditRefs.flatMap(({ id, weight }) => {
      const audit = lhr.audits[id]
      return weight && audit?.score !== null && (audit?.score ?? 0) < 1 ? [audit?.title ?? id] : []
    })
    return {
      name: `Lighthouse, ${title.toLowerCase()} of ${page}`,
      value: [points, ...findings].join(', '),
      goal: '100',
      holds: points === 100,
    }
  })
}
