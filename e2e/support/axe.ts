import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/**
 * What axe finds on the page as it stands, a line each. Its older mode: the newer one opens a page of its own for each
 * look, which takes longer than the look; it matters for frames of other sites, and we have none.
 */
export async function axeFindings(page: Page, where: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  return violations.map(({ id, nodes }) => `${where}: ${id}: ${nodes[0]?.html}`)
}

/** Words with a contrast of less than 7 to 1, a line each. */
export async function faintWords(page: Page, where: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withRules('color-contrast-enhanced').analyze()
  return violations.flatMap(({ nodes }) => nodes.map(({ html, any }) => `${where}: ${any[0]?.message}: ${html}`))
}

/** Pixels that the page is wider than its window. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
