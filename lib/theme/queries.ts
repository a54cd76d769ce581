import { eq } from 'drizzle-orm'

import { actorFromCookies } from '#lib/auth/cookie'
import { db, type Reader } from '#lib/db/client'
import { findFileAsShown, itemsAsShown } from '#lib/media/queries/as-shown'
import type { Look } from '#lib/site/context'
import { firstTheme, type Theme } from '#lib/site/theme/content'
import { ThemeForm } from '#lib/site/theme/form'

import { themes } from './tables'
import { fromToken } from './token'

/** The one theme of the paper. */
export const paper = 'paper'

/** What the paper looks like, with the version of its row; 0 while nobody has chosen. */
export async function findTheme(on: Reader = db): Promise<Theme & { version: number }> {
  const [row] = await on.select().from(themes).where(eq(themes.id, paper))
  return row ? { ...firstTheme, ...row.content, version: row.version } : { ...firstTheme, version: 0 }
}

/** Where files of logos are that readers may not have yet. */
const logosBase = '/preview/look/media'

/** A look that an admin tries, as their cookies tell; undefined for everybody else, and for what could not be saved. */
export async function findLook(
  cookies: string | undefined,
  token: string,
): Promise<Pick<Look, 'theme' | 'logos'> | undefined> {
  if (!(await isAdmin(cookies))) return undefined
  const { data: theme } = ThemeForm.safeParse(fromToken(token))
  if (!theme) return undefined
  const items = await itemsAsShown([theme.logo, theme.logoDark].filter(Boolean))
  return { theme, logos: new Map([...items].map(([id, item]) => [id, { ...item, base: logosBase }])) }
}

/** A file of the library in such a look: admins may see all of it. */
export const findLogoFile = async (cookies: string | undefined, id: string, hash: string, code: string) =>
  (await isAdmin(cookies)) ? findFileAsShown(id, hash, code, []) : undefined

const isAdmin = async (cookies: string | undefined) => (await actorFromCookies(cookies))?.role === 'admin'
