import { chromium } from '@playwright/test'
import lighthouse, { type Flags, type Result } from 'lighthouse'

import { chromiumLaunch } from '../support/chromium'
import { type Figure, median } from '../support/long-run'
import { freePort, startServer } from '../support/server'

const categories = ['accessibility', 'best-practices', 'seo']

type Asked = { page: string; path: string; skipAudits?: string[] }
const pages: Asked[] = [
  { page: 'a story', path: '/river-and-coast/surge-watch' },
  { page: 'the home page', path: '/' },
  { page: 'a section', path: '/river-and-coast' },
  { page: 'a topic', path: '/topics/tidal-barrier' },
  { page: 'the search page', path: '/search' },
  // Anybody makes such pages up, so search engines are asked to leave them out.
  { page: 'what a search found', path: '/search?q=hinge', skipAudits: ['is-crawlable'] },
]

/**
 * What Lighthouse finds on the demo paper, as a phone sees it: of three looks the middle one. A short run looks once, at
 * the story alone, and not at how fast it is: it may share the machine.
 */
export async function lighthouseScores({ short }: { short: boolean }): Promise<Figure[]> {
  const port = await freePort()
  const { args, ...launch } = chromiumLaunch
  const browser = await chromium.launch({ ...launch, args: [`--remote-debugging-port=${port}`, ...args] })
  const server = await startServer({ demo: true })
  const onlyCategories = short ? categories : ['performance', ...categories]
  try {
    const figures: Figure[] = []
    for (const { page, path, skipAudits } of short ? pages.slice(0, 1) : pages) {
      const looks: Result[] = []
      while (looks.length < (short ? 1 : 3))
        looks.push(await look(server.baseUrl + path, { port, onlyCategories, skipAudits, logLevel: 'error' }))
      figures.push(...onlyCategories.map((category) => figureOf(page, category, looks)))
    }
    return figures
  } finally {
    await browser.close()
    await server.stop()
  }
}

async function look(url: string, flags: Flags): Promise<Result> {
  const result = await lighthouse(url, flags)
  if (!result || result.lhr.runtimeError)
    throw new Error(result?.lhr.runtimeError?.message ?? 'Lighthouse said nothing.')
  return result.lhr
}

function figureOf(page: string, category: string, looks: Result[]): Figure {
  const all = looks.map(({ categories }) => Math.round((categories[category]?.score ?? 0) * 100))
  const points = median(all)
  const found = points === 100 ? [] : findings(category, looks[all.indexOf(points)])
  return {
    name: `Lighthouse, ${looks[0]?.categories[category]?.title.toLowerCase()} of ${page}`,
    value: [all.length > 1 ? `${points} (${all.join(', ')})` : points, ...found].join(', '),
    goal: '100',
    holds: points === 100,
  }
}

/** What takes points, by name, and what was measured of it. */
const findings = (category: string, look?: Result) =>
  (look?.categories[category]?.auditRefs ?? []).flatMap(({ id, weight }) => {
    const { title = id, score = 0, displayValue = '' } = look?.audits[id] ?? {}
    return weight && score !== null && score < 1 ? [`${title} ${displayValue}`.trim()] : []
  })
