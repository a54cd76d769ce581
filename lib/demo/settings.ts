import type { Tx } from '#lib/db/client'
import { updateSettings } from '#lib/settings/commands'
import { findSettings, firstSettings } from '#lib/settings/queries'

import { paper } from './paper'
import { system } from './system'
import { demoItems } from './tables'

/** Gives the newsroom the demo paper's name, unless somebody has named it. */
export async function namePaper(tx: Tx, name: string, at: Date): Promise<void> {
  const before = await findSettings(tx)
  if (!before.version || before.name !== firstSettings().name) return
  await rename(before, name, at)
  await tx.insert(demoItems).values({ kind: 'settings', id: before.name })
}

/** Gives the newsroom its earlier name back, unless somebody has renamed it meanwhile. */
export async function unnamePaper(tx: Tx, before: string, at: Date): Promise<void> {
  const settings = await findSettings(tx)
  if (settings.name === paper.name) await rename(settings, before, at)
}

type Named = Awaited<ReturnType<typeof findSettings>>

const rename = ({ version, timezone, language }: Named, name: string, at: Date) =>
  updateSettings(system, version, { name, timezone, language }, at)
