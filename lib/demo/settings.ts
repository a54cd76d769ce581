import type { Tx } from '#lib/db/client'
import { fingerprint } from '#lib/publication/revisions'
import { updateSettings } from '#lib/settings/commands'
import { findSettings, firstSettings } from '#lib/settings/queries'
import { firstTheme } from '#lib/site/theme/content'
import { updateTheme } from '#lib/theme/commands'
import { findTheme } from '#lib/theme/queries'

import { paper } from './paper'
import { system } from './system'
import { demoItems } from './tables'

/** Gives the newsroom the demo paper's name and look, unless somebody has named it. */
export async function namePaper(tx: Tx, name: string, at: Date): Promise<void> {
  const before = await findSettings(tx)
  if (!before.version || before.name !== firstSettings().name) return
  await rename(before, name, at)
  if ((await findTheme(tx)).version === 0) await updateTheme(system, 0, paper.look, at)
  await tx.insert(demoItems).values({ kind: 'settings', id: before.name })
}

/** Gives the newsroom its earlier name and look back, where nobody has chosen another meanwhile. */
export async function unnamePaper(tx: Tx, before: string, at: Date): Promise<void> {
  const settings = await findSettings(tx)
  if (settings.name === paper.name) await rename(settings, before, at)
  const { version, ...theme } = await findTheme(tx)
  if (fingerprint(theme) === fingerprint(paper.look)) await updateTheme(system, version, firstTheme, at)
}

type Named = Awaited<ReturnType<typeof findSettings>>

const rename = ({ version, timezone, language }: Named, name: string, at: Date) =>
  updateSettings(system, version, { name, timezone, language }, at)
