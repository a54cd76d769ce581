'use server'

import { z } from 'zod'

import { needActor } from '#lib/auth/session'
import { listMedia } from '#lib/media/queries/list'
import type { Choice } from '#lib/ui/type-ahead'

/** Pictures of the library that may be a film's poster, newest first. */
export async function findPicturesAction(words: string): Promise<Choice[]> {
  const actor = await needActor()
  const asked = z.string().max(200).parse(words)
  const { rows } = await listMedia(actor, { words: asked, kind: 'picture' }, { size: 8 })
  return rows.map(({ id, name, credit }) => ({ id, name, note: credit }))
}
