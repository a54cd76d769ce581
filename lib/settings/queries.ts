import { eq } from 'drizzle-orm'

import { config } from '#lib/config'
import { db, type Reader } from '#lib/db/client'

import { paper, type SettingsContent } from './content'
import type { Retention } from './retention'
import { settings } from './tables'

/** What a new newsroom starts with. */
export const firstSettings = (): SettingsContent => ({
  name: 'The Paper',
  timezone: config().timezone,
  language: 'en-GB',
})

/** How long the audit is kept. */
export async function findRetention(on: Reader = db): Promise<Retention> {
  const [row] = await on
    .select({ days: settings.auditDays, personalDays: settings.personalDays })
    .from(settings)
    .where(eq(settings.id, paper))
  return row ?? { days: null, personalDays: null }
}

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
