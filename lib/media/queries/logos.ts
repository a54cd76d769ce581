import type { Reader } from '#lib/db/client'
import { liveThemes } from '#lib/site/tables'

/** Ids of the pictures that stand in the masthead, over every page that readers have. */
export async function listLogos(on: Reader): Promise<string[]> {
  const [theme] = await on.select({ content: liveThemes.content }).from(liveThemes)
  return [theme?.content.logo, theme?.content.logoDark].flatMap((id) => id || [])
}
