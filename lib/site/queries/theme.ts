import { db, prepared } from '#lib/db/client'

import { lookTried } from '../context'
import { reader } from '../reader'
import { liveThemes } from '../tables'
import { firstTheme, type Theme } from '../theme/content'

const theme = prepared('site_theme', (on) => on.select({ content: liveThemes.content }).from(liveThemes).limit(1))

/** What the paper looks like; what it begins with, while nobody has chosen. */
export const findTheme = reader(
  async (): Promise<Theme> => lookTried()?.theme ?? { ...firstTheme, ...(await theme(db, {}))[0]?.content },
  { keys: () => ['settings:'] },
)
