'use server'

import { z } from 'zod'

import { needActor } from '#lib/auth/session'
import { findTopics } from '#lib/topic/queries'
import type { Choice } from '#lib/ui/type-ahead'

/** Topics one of whose names begins so. */
export async function findTopicsAction(words: string): Promise<Choice[]> {
  await needActor()
  const found = await findTopics(z.string().max(200).parse(words))
  return found.map(({ id, name, alias }) => ({ id, name, note: alias === name ? undefined : alias }))
}
