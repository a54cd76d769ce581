'use server'

import { z } from 'zod'

import { needActor } from '#lib/auth/session'
import { findTopics } from '#lib/topic/queries'
import type { Choice } from '#lib/ui/type-ahead'

/** Topics that another may be merged into, one of whose names begins so. */
export async function findTargetsAction(words: string, but: string): Promise<Choice[]> {
  await needActor()
  const found = await findTopics(z.string().max(200).parse(words))
  return found
    .filter(({ id }) => id !== but)
    .map(({ id, name, alias }) => ({ id, name, note: alias === name ? undefined : alias }))
}
