import type { Page } from '@playwright/test'

import { axeFindings, overflow } from './axe'
import type { Press } from './press'
import { admin, expect, test } from './test'

/** `check` looks at the page as it stands, and names it where something is found. */
type Looking = { page: Page; width: number; press: Press; check: (where: string) => Promise<void> }

/** Contrast is the scheme's, what fits is the width's: each is looked at once. */
const looks = [
  ['light', 1280],
  ['dark', 390],
] as const

/** A test for each look: an admin goes from screen to screen, and has each checked by axe and for its width. */
export function testLooks(title: string, walk: (looking: Looking) => Promise<void>): void {
  for (const [colorScheme, width] of looks)
    test.describe(`${colorScheme} at ${width}`, () => {
      test.use({ colorScheme, viewport: { width, height: 800 } })
      test(title, async ({ page, enter, press }) => {
        test.slow()
        await enter(page, admin)
        const check = async (where: string) => {
          expect(await axeFindings(page, where)).toEqual([])
          expect(await overflow(page), where).toBeLessThanOrEqual(0)
        }
        await walk({ page, width, press, check })
      })
    })
}
