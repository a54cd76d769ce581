import { eq } from 'drizzle-orm'

import { config } from '#lib/config'
import { db, type Reader } from '#lib/db/client'

import { paper, type SettingsContent } from './content'
import { settings } from './tables'

/** What a new newsroom starts with. */
export const firstSettings = (): SettingsContent => ({
  name: 'The Paper',
  timezone: config().timezone,
  language: 'en-GB',
})

/** The paper's settings; before the first start, what it will start with. */
export async function findSettings(on: Reader = db): Promise<SettingsContent & { version: number }> {
  const [row] = await on
    .select({
      name: settings.name,
      timezone: settings.timezone,
      language: settings.language,
      version: settings.version,
    })
    .from(settings)
    .where(eq(settings.id, paper))
  return row ?? { ...firstSettings(), version: 0 }
}
