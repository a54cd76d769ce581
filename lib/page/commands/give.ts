import type { Tx } from '#lib/db/client'
import { settleMedia } from '#lib/media/commands/show'
import { type Release, release } from '#lib/publication/door'
import type { LiveTables } from '#lib/publication/live'

import type { PageContent } from '../content'
import { livePage } from '../live'
import { shownByLive } from '../queries/load'

/** Changes what readers have of a page, and with it what they have of the library. @returns its place in the publication log */
export async function givePage(tx: Tx, change: Omit<Release<PageContent, LiveTables>, 'live'>): Promise<number> {
  const { subject, actorId, at } = change
  const had = await shownByLive(tx, subject)
  const seq = await release(tx, { ...change, live: livePage })
  await settleMedia(tx, [...had, ...(await shownByLive(tx, subject))], actorId, at)
  return seq
}
