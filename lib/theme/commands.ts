import type { Actor } from '#lib/auth/actor'
import { ensureAdmin } from '#lib/auth/permissions'
import { db, type Tx } from '#lib/db/client'
import { conflict, Refusal } from '#lib/errors'
import { settleMedia } from '#lib/media/commands/show'
import { faultsOf } from '#lib/media/known'
import { findKnown } from '#lib/media/queries/known'
import { release } from '#lib/publication/door'
import { fingerprint, keepRevision } from '#lib/publication/revisions'
import type { Theme } from '#lib/site/theme/content'

import { liveTheme } from './live'
import { findTheme, paper } from './queries'
import { themes } from './tables'

/**
 * Changes what the paper looks like, for readers at once.
 * @param seen the version that the form was filled from
 * @throws Refusal `conflict` with the theme as it is, `rule` for a logo that readers may not be shown
 */
export async function updateTheme(actor: Actor, seen: number, theme: Theme, now = new Date()): Promise<void> {
  ensureAdmin(actor)
  await db.write(async (tx) => {
    const { version, ...before } = await findTheme(tx)
    if (version !== seen)
      throw conflict('The look was changed while you were at it. Nothing of yours was written.', { ...before, version })
    await ensureLogos(tx, theme, before, now)
    const row = { content: theme, version: version + 1 }
    await tx
      .insert(themes)
      .values({ id: paper, ...row })
      .onConflictDoUpdate({ target: themes.id, set: row })
    const revision = await keepRevision(tx, {
      ...{ kind: 'theme', subject: paper, schema: 1, content: theme, fingerprint: fingerprint(theme) },
      by: actor.id,
      at: now,
    } as const)
    const act = version ? 'update' : 'publish'
    await release(tx, { act, live: liveTheme, subject: paper, revision, actorId: actor.id, at: now })
    await settleMedia(tx, [...logosOf(before), ...logosOf(theme)], actor.id, now)
  })
}

const logosOf = ({ logo, logoDark }: Theme) => [logo, logoDark].filter(Boolean)

/** Read out it is the paper's name, so it needs no words of its own. */
async function ensureLogos(tx: Tx, theme: Theme, before: Theme, now: Date): Promise<void> {
  for (const field of ['logo', 'logoDark'] as const) {
    const id = theme[field]
    if (!id || logosOf(before).includes(id)) continue
    const known = (await findKnown(tx, '', [id])).get(id)
    const fault =
      known && known.kind !== 'picture'
        ? 'A logo is a picture.'
        : faultsOf('This picture', known, now, 'the name').find(({ level }) => level === 'must')?.message
    if (fault) throw new Refusal('rule', fault, { [field]: fault })
  }
}
