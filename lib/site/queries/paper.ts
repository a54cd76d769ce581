import { asc } from 'drizzle-orm'

import { config } from '#lib/config'
import { db, prepared } from '#lib/db/client'

import { reader } from '../reader'
import { liveSections, liveSettings } from '../tables'

/** The paper as every page names it: `zone` is an IANA time zone, `language` a BCP 47 tag, `url` has no slash at the end. */
export type Paper = { name: string; zone: string; language: string; url: string }

export type Section = { id: string; slug: string; name: string; colour: string }

const settings = prepared('site_settings', (on) =>
  on
    .select({ name: liveSettings.name, zone: liveSettings.timezone, language: liveSettings.language })
    .from(liveSettings)
    .limit(1),
)

/** The paper's settings; before any are kept, those of the installation. */
export const findPaper = reader(
  async (): Promise<Paper> => {
    const [row] = await settings(db, {})
    const { baseUrl, timezone } = config()
    return { ...(row ?? { name: 'Stet', zone: timezone, language: 'en-GB' }), url: baseUrl }
  },
  { keys: () => ['settings:'] },
)

export const sectionColumns = {
  id: liveSections.subject,
  slug: liveSections.slug,
  name: liveSections.name,
  colour: liveSections.colour,
}

const sections = prepared('site_sections', (on) =>
  on.select(sectionColumns).from(liveSections).orderBy(asc(liveSections.position), asc(liveSections.name)),
)

/** The paper's sections in the order of its menu. */
export const listSections = reader(async (): Promise<Section[]> => sections(db, {}), { keys: () => ['menu:'] })
