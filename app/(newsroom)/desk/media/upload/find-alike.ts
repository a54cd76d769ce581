'use server'

import { z } from 'zod'

import { whoIs } from '#lib/auth/session'
import { listAlike } from '#lib/media/queries/alike'

import type { Alike } from './queue'

/** What looks like something that was just added. */
export async function findAlikeAction(id: string): Promise<Alike[]> {
  const actor = await whoIs()
  if (!actor) return []
  const alike = await listAlike(actor, z.string().max(40).parse(id))
  return alike.map(({ id, name }) => ({ id, name }))
}
