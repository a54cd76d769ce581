import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

import type { Page } from '@playwright/test'

const source = readFileSync(createRequire(import.meta.url).resolve('@mozilla/readability/Readability.js'), 'utf8')

/** What a browser's reader view makes of a page. */
export type ReaderView = { title: string; byline: string; publishedTime: string; textContent: string; lang: string }

/**
 * Firefox's reader view of the page as it stands, in this browser's own document.
 * @param least characters below which it takes a page for no article; its own measure is 500
 */
export const readerView = (page: Page, least = 500): Promise<ReaderView | null> =>
  page.evaluate(
    `(() => { ${source}; return new Readability(document.cloneNode(true), { charThreshold: ${least} }).parse() })()`,
  )
