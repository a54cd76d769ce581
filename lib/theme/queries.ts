import { eq } from 'drizzle-orm'

import { db, type Reader } from '#lib/db/client'
import { firstTheme, type Theme } from '#lib/site/theme/content'

import { themes } from './tables'

/** The one theme of the paper. */
export const paper = 'paper'

/** What the paper looks like, with the version of its row; 0 while nobody has chosen. */
export async function findTheme(on: Reader = db): Promise<Theme & { version: number }> {
  const [row] = await on.select().from(themes).where(eq(themes.id, paper))
  return row ? { ...firstTheme, ...row.content, version: row.version } : { ...firstTheme, version: 0 }
}
